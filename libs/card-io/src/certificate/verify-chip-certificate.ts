// SPDX-License-Identifier: AGPL-3.0-or-later
import { x509 } from '../x509';
import { parseCertificate } from './parse-certificate';

/** Worth a note, no ground to refuse. */
export type CertificateFinding = 'policy-not-cns' | 'not-for-client-authentication';

export interface ChipCertificateCheck {
  /** As read from the card; zero padding allowed. */
  readonly certificateDer: Uint8Array;
  /** The issuing authorities that are trusted as such, whoever signed them. */
  readonly trustAnchorsDer: readonly Uint8Array[];
  readonly at: Date;
}

export interface TrustedChipCertificate extends CertificateTerm {
  readonly kind: 'trusted';
  /** From the chip's certificate, without padding, to the anchor; DER. */
  readonly chain: readonly Uint8Array[];
  /** `<codice fiscale>/<ID_Carta>.<base64 SHA-1 of EF.Dati_personali>` */
  readonly subjectCommonName: string;
  /** As a string of RFC 4514. */
  readonly issuer: string;
  /** Upper-case hex. */
  readonly serialNumber: string;
  readonly findings: readonly CertificateFinding[];
}

/** When the certificate is in force; every verdict over one that could be read says it. */
export interface CertificateTerm {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export type ChipCertificateVerdict =
  | TrustedChipCertificate
  | { readonly kind: 'unreadable-certificate' }
  | (CertificateTerm & { readonly kind: 'untrusted-issuer'; readonly issuer: string })
  /** RFC 5280 §4.2: what is critical and not understood makes a certificate unusable. */
  | (CertificateTerm & { readonly kind: 'unknown-critical-extension'; readonly oid: string })
  | (CertificateTerm & { readonly kind: 'wrong-key-usage' | 'not-yet-valid' | 'expired' });

const cnsPolicy = '1.3.76.16.2.1';
const oid = { keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19', policies: '2.5.29.32', extendedKeyUsage: '2.5.29.37' } as const;

/**
 * Whether the chip's certificate was issued by one of the anchors, is in force and may sign. Whether it names the right card is for whoever knows
 * the card; whether it was revoked is for whoever asks the authority.
 */
export async function verifyChipCertificate({ certificateDer, trustAnchorsDer, at }: ChipCertificateCheck): Promise<ChipCertificateVerdict> {
  const certificate = parseCertificate(certificateDer);
  const subjectCommonName = certificate?.subjectName.getField('CN')[0];
  if (!certificate || subjectCommonName === undefined) return { kind: 'unreadable-certificate' };
  const { notBefore, notAfter } = certificate;
  const term = { notBefore, notAfter };
  const anchor = await findIssuer(certificate, trustAnchorsDer, at);
  if (!anchor) return { kind: 'untrusted-issuer', issuer: certificate.issuer, ...term };
  const unknown = certificate.extensions.find(({ critical, type }) => critical && !Object.values<string>(oid).includes(type));
  if (unknown) return { kind: 'unknown-critical-extension', oid: unknown.type, ...term };
  if (!mayUse(certificate, x509.KeyUsageFlags.digitalSignature)) return { kind: 'wrong-key-usage', ...term };
  if (at < notBefore) return { kind: 'not-yet-valid', ...term };
  if (at > notAfter) return { kind: 'expired', ...term };
  return {
    kind: 'trusted',
    chain: [certificate, anchor].map(({ rawData }) => new Uint8Array(rawData)),
    subjectCommonName,
    issuer: certificate.issuer,
    serialNumber: certificate.serialNumber.toUpperCase(),
    ...term,
    findings: findingsOf(certificate),
  };
}

async function findIssuer(certificate: x509.X509Certificate, anchors: readonly Uint8Array[], at: Date): Promise<x509.X509Certificate | undefined> {
  for (const der of anchors) {
    const anchor = parseCertificate(der);
    if (anchor && isAuthority(anchor, at) && (await hasIssued(anchor, certificate))) return anchor;
  }
  return undefined;
}

function isAuthority(anchor: x509.X509Certificate, at: Date): boolean {
  const constraints = anchor.getExtension(x509.BasicConstraintsExtension);
  return constraints?.ca === true && mayUse(anchor, x509.KeyUsageFlags.keyCertSign) && anchor.notBefore <= at && at <= anchor.notAfter;
}

async function hasIssued(anchor: x509.X509Certificate, certificate: x509.X509Certificate): Promise<boolean> {
  return anchor.subject === certificate.issuer && (await certificate.verify({ publicKey: anchor.publicKey, signatureOnly: true }));
}

/** A certificate without the extension says nothing about its use, and so is good for none here (RFC 5280 §4.2.1.3 has it in every one of these). */
function mayUse(certificate: x509.X509Certificate, usage: x509.KeyUsageFlags): boolean {
  return ((certificate.getExtension(x509.KeyUsagesExtension)?.usages ?? 0) & usage) !== 0;
}

function findingsOf(certificate: x509.X509Certificate): CertificateFinding[] {
  const findings: CertificateFinding[] = [];
  if (!certificate.getExtension(x509.CertificatePolicyExtension)?.policies.includes(cnsPolicy)) findings.push('policy-not-cns');
  const uses = certificate.getExtension(x509.ExtendedKeyUsageExtension)?.usages;
  if (!uses?.includes(x509.ExtendedKeyUsage.clientAuth)) findings.push('not-for-client-authentication');
  return findings;
}
