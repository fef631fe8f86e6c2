// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, webcrypto } from 'node:crypto';
import { personalDataFileLength, personalDataHeaderLength } from '../files/personal-data-extent';
import { encodeTlv } from '../tlv/ber-tlv';
import { x509 } from '../x509';
import type { PersonalDataDigestForm } from '../certificate/personal-data-digest';

/** An issuing authority of nobody: good for rehearsals and tests. Serialisable: both fields are DER. */
export interface DemoCa {
  readonly certificateDer: Uint8Array;
  /** PKCS#8. */
  readonly privateKeyDer: Uint8Array;
}

export interface DemoCaRequest {
  /** The authority's common name; it should say that it is a demo. */
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface CardCertificateRequest {
  readonly ca: DemoCa;
  readonly codiceFiscale: string;
  readonly idCarta: string;
  /** EF.Dati_personali; its SHA-1 enters the name. */
  readonly personalData: Uint8Array;
  /** Over which of its bytes; default `padded`: all 400 of the file. `other`: over none that anybody would think of. */
  readonly digestOver?: PersonalDataDigestForm | 'other';
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** The chip's key; drawn when not given. */
  readonly keys?: webcrypto.CryptoKeyPair;
  /** Bytes in an extension that means nothing, to bring the certificate to the length of a real one (about 1.9 kB); default: none. */
  readonly ballast?: number;
}

export interface IssuedCard {
  readonly certificateDer: Uint8Array;
  /** PKCS#8, RSA 2048. */
  readonly privateKeyDer: Uint8Array;
}

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) } as const;
const cnsPolicy = '1.3.76.16.2.1';
/** Under the arc that X.660 keeps for examples. */
const ballastOid = '2.999.1';
const octetString = 0x04;

/** Draws an authority that signs itself. */
export async function issueDemoCa({ commonName, notBefore, notAfter }: DemoCaRequest): Promise<DemoCa> {
  const keys = await drawChipKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: [{ C: ['IT'] }, { O: ['Sportello TS-CNS'] }, { CN: [commonName] }],
      notBefore,
      notAfter,
      keys,
      signingAlgorithm: rsa,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    webcrypto,
  );
  return { certificateDer: new Uint8Array(certificate.rawData), privateKeyDer: await exportKey(keys.privateKey) };
}

/** Issues the certificate of a chip's key (drawn here, unless there is one), with the name, policy and usages of a TS-CNS. */
export async function issueCardCertificate(request: CardCertificateRequest): Promise<IssuedCard> {
  const keys = request.keys ?? (await drawChipKeys());
  const authority = new x509.X509Certificate(Buffer.from(request.ca.certificateDer));
  const signingKey = await webcrypto.subtle.importKey('pkcs8', request.ca.privateKeyDer, rsa, false, ['sign']);
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: [{ C: ['IT'] }, { O: ['Sportello TS-CNS'] }, { CN: [commonNameOf(request)] }],
      issuer: authority.subjectName.toJSON(),
      notBefore: request.notBefore,
      notAfter: request.notAfter,
      publicKey: keys.publicKey,
      signingKey,
      signingAlgorithm: rsa,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
        new x509.CertificatePolicyExtension([cnsPolicy]),
        await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
        ...(request.ballast === undefined ? [] : [new x509.Extension(ballastOid, false, encodeTlv(octetString, new Uint8Array(request.ballast)))]),
      ],
    },
    webcrypto,
  );
  return { certificateDer: new Uint8Array(certificate.rawData), privateKeyDer: await exportKey(keys.privateKey) };
}

function commonNameOf({ codiceFiscale, idCarta, personalData, digestOver = 'padded' }: CardCertificateRequest): string {
  return `${codiceFiscale}/${idCarta}.${createHash('sha1').update(digested(personalData, digestOver)).digest('base64')}`;
}

function digested(personalData: Uint8Array, over: PersonalDataDigestForm | 'other'): Uint8Array {
  switch (over) {
    case 'padded':
      return Buffer.concat([personalData, Buffer.alloc(personalDataFileLength - personalData.length)]);
    case 'trimmed-with-header':
      return personalData;
    case 'trimmed-without-header':
      return personalData.subarray(personalDataHeaderLength);
    case 'other':
      return Uint8Array.of(0);
  }
}

/** RSA 2048, as chips and the authority have. */
export function drawChipKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
}

async function exportKey(key: webcrypto.CryptoKey): Promise<Uint8Array> {
  return new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', key));
}
