// SPDX-License-Identifier: AGPL-3.0-or-later

/** Worth a note, no ground to refuse. */
export type CertificateFinding = 'policy-not-cns' | 'not-for-client-authentication' | 'trailing-bytes';

export interface ChipCertificateCheck {
  /** As read from the card; zero padding allowed. */
  readonly certificateDer: Uint8Array;
  /** The issuing authorities that are trusted as such. */
  readonly trustAnchorsDer: readonly Uint8Array[];
  readonly at: Date;
}

export type ChipCertificateVerdict =
  | {
      readonly kind: 'trusted';
      /** From the chip's certificate to the anchor, DER. */
      readonly chain: readonly Uint8Array[];
      /** `<codice fiscale>/<ID_Carta>.<base64 SHA-1 of EF.Dati_personali>` */
      readonly subjectCommonName: string;
      /** RFC 4514 name of the issuer. */
      readonly issuer: string;
      /** Upper-case hex. */
      readonly serialNumber: string;
      readonly notBefore: Date;
      readonly notAfter: Date;
      readonly findings: readonly CertificateFinding[];
    }
  | { readonly kind: 'unreadable-certificate' }
  | { readonly kind: 'untrusted-issuer'; readonly issuer: string }
  | { readonly kind: 'not-yet-valid'; readonly notBefore: Date }
  | { readonly kind: 'expired'; readonly notAfter: Date }
  | { readonly kind: 'wrong-key-usage' };

export declare function verifyChipCertificate(check: ChipCertificateCheck): Promise<ChipCertificateVerdict>;
