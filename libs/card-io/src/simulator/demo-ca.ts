// SPDX-License-Identifier: AGPL-3.0-or-later

export interface DemoCa {
  readonly certificateDer: Uint8Array;
  /** PKCS#8 DER. */
  readonly privateKeyDer: Uint8Array;
}

export interface DemoCaRequest {
  /** The CA's common name; say that it is a demo. */
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export declare function issueDemoCa(request: DemoCaRequest): Promise<DemoCa>;

export interface CardCertificateRequest {
  readonly ca: DemoCa;
  readonly codiceFiscale: string;
  readonly idCarta: string;
  /** EF.Dati_personali; its SHA-1, padded to 400 bytes, enters the name. */
  readonly personalData: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface IssuedCard {
  readonly certificateDer: Uint8Array;
  /** PKCS#8 DER, RSA 2048, drawn here. */
  readonly privateKeyDer: Uint8Array;
}

export declare function issueCardCertificate(request: CardCertificateRequest): Promise<IssuedCard>;
