// SPDX-License-Identifier: AGPL-3.0-or-later
import { OctetString } from '@peculiar/asn1-schema';
import { Certificate, ExtendedKeyUsage, id_ce_extKeyUsage, id_kp_OCSPSigning } from '@peculiar/asn1-x509';
import { X509Certificate } from 'node:crypto';
import { parseAs } from '../parse-as';
import { checkSignature, isInForce } from '../signature-check';
import { type CertificateStanding, CLOCK_SKEW_MS, type NotChecked, notChecked } from './certificate-status';
import { BasicOcspResponse, type CertId, OcspResponse, ResponseData, type SingleResponse } from './ocsp-messages';
import { OCSP_NONCE } from './ocsp-question';

export interface OcspAsked {
  readonly certIds: readonly CertId[];
  readonly nonce: Uint8Array;
  readonly issuer: X509Certificate;
  readonly now: Date;
}

/** id-pkix-ocsp-basic. */
const BASIC = '1.3.6.1.5.5.7.48.1.1';
const SUCCESSFUL = 0;
const UNSPECIFIED = 0;
/** A responder that sends more certificates than these has another aim. */
const MOST_RESPONDERS = 4;

/** What an OCSPResponse (RFC 6960 §4.2, DER) says of each of the certificates that were asked about. */
export async function judgeOcsp(answer: Uint8Array, { certIds, nonce, issuer, now }: OcspAsked): Promise<readonly CertificateStanding[]> {
  const data = await believe(answer, issuer, now);
  if (typeof data === 'string') return certIds.map(() => notChecked(data));
  const brought = nonceIn(data);
  return certIds.map((certId) => {
    const single = data.responses.find(({ certID }) => isSame(certID, certId));
    if (!single) return notChecked('other-certificate');
    if (brought && !brought.equals(nonce)) return notChecked('other-nonce');
    return isCurrent(single, { isFresh: brought !== undefined, now }) ? standingOf(single) : notChecked('not-current');
  });
}

/** What was signed by whoever may, whatever it says of whom. */
async function believe(answer: Uint8Array, issuer: X509Certificate, now: Date): Promise<ResponseData | NotChecked> {
  const response = parseAs(answer, OcspResponse);
  if (!response) return 'unreadable';
  const { responseStatus, responseBytes } = response;
  if (responseStatus !== SUCCESSFUL || responseBytes?.responseType !== BASIC) return 'no-answer';
  const basic = parseAs(responseBytes.response.buffer, BasicOcspResponse);
  const data = basic && parseAs(basic.tbsResponseData, ResponseData);
  if (!basic || !data) return 'unreadable';
  return (await signatureFault(basic, issuer, now)) ?? data;
}

/** Signed by the issuer itself, or by whom it entitled to (RFC 6960 §4.2.2.2). */
async function signatureFault({ tbsResponseData, signature, signatureAlgorithm, certs = [] }: BasicOcspResponse, issuer: X509Certificate, now: Date): Promise<NotChecked | undefined> {
  const signed = { bytes: Buffer.from(tbsResponseData), signature: Buffer.from(signature), algorithm: signatureAlgorithm.algorithm };
  for (const responder of [issuer, ...certs.slice(0, MOST_RESPONDERS).flatMap((der) => certificateIn(der) ?? [])]) {
    const isSigned = await checkSignature(signed, responder);
    if (isSigned === 'algorithm-not-supported') return isSigned;
    if (isSigned === 'yes') return responder === issuer || isEntitled(responder, issuer, now) ? undefined : 'responder-not-entitled';
  }
  return 'signature-invalid';
}

const isEntitled = (responder: X509Certificate, issuer: X509Certificate, now: Date): boolean => {
  const extensions = parseAs(responder.raw, Certificate)?.tbsCertificate.extensions ?? [];
  const usage = extensions.find(({ extnID }) => extnID === id_ce_extKeyUsage);
  const purposes = usage ? (parseAs(usage.extnValue.buffer, ExtendedKeyUsage) ?? []) : [];
  return purposes.includes(id_kp_OCSPSigning) && isInForce(responder, now) && responder.checkIssued(issuer) && responder.verify(issuer.publicKey);
};

const certificateIn = (der: ArrayBuffer): X509Certificate | undefined => {
  try {
    return new X509Certificate(Buffer.from(der));
  } catch {
    // Whatever OpenSSL does not take for a certificate.
    return undefined;
  }
};

const isSame = (one: CertId, other: CertId): boolean =>
  one.hashAlgorithm.algorithm === other.hashAlgorithm.algorithm &&
  bytesOf(one.issuerNameHash).equals(bytesOf(other.issuerNameHash)) &&
  bytesOf(one.issuerKeyHash).equals(bytesOf(other.issuerKeyHash)) &&
  Buffer.from(one.serialNumber).equals(Buffer.from(other.serialNumber));

const bytesOf = ({ buffer }: OctetString): Buffer => Buffer.from(buffer);

const nonceIn = ({ responseExtensions = [] }: ResponseData): Buffer | undefined => {
  const extension = responseExtensions.find(({ extnID }) => extnID === OCSP_NONCE);
  if (!extension) return undefined;
  const inner = parseAs(extension.extnValue.buffer, OctetString);
  return inner ? bytesOf(inner) : Buffer.alloc(0);
};

/** Without our nonce an answer may be an older one: it then has to say itself until when it counts. */
const isCurrent = ({ thisUpdate, nextUpdate }: SingleResponse, { isFresh, now }: { readonly isFresh: boolean; readonly now: Date }): boolean => {
  if (thisUpdate.getTime() > now.getTime() + CLOCK_SKEW_MS) return false;
  return nextUpdate ? nextUpdate.getTime() >= now.getTime() - CLOCK_SKEW_MS : isFresh;
};

const standingOf = ({ certStatus: { good, revoked }, nextUpdate }: SingleResponse): CertificateStanding => {
  const until = nextUpdate ?? null;
  if (revoked) return { kind: 'revoked', at: revoked.revocationTime, reason: revoked.revocationReason?.reason ?? UNSPECIFIED, until };
  return good === null ? { kind: 'good', until } : notChecked('unknown-to-responder');
};
