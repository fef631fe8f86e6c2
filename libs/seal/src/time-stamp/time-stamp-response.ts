// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';
import { PKIStatus, TimeStampResp } from '@peculiar/asn1-tsp';
import type { X509Certificate } from 'node:crypto';
import { arrayBufferOf } from './algorithms';
import { nonceInteger, type TimeStampQuestion } from './time-stamp-request';
import { judgeTimeStampToken, type TimeStamp, type TokenRefusal } from './time-stamp-token';

export type TimeStampRefusal =
  | TokenRefusal
  | { readonly kind: 'response-unreadable' }
  /** The authority said no; `status` is its PKIStatus, `failures` the names of its PKIFailureInfo (RFC 3161 §2.4.2). */
  | { readonly kind: 'not-granted'; readonly status: number; readonly failures: readonly string[] }
  /** The answer to another question. */
  | { readonly kind: 'other-nonce' }
  /** Stamped under another policy than the one asked for. */
  | { readonly kind: 'other-policy' };

/** `token`: DER, to be kept. */
export type TimeStampAnswer = (TimeStamp & { readonly token: Buffer }) | TimeStampRefusal;

/** What a TimeStampResp (RFC 3161 §2.4.2, DER) answers to the question, judged under the authority's certificate (`stampingCertificateIn`). */
export const judgeTimeStampResponse = (response: Uint8Array, { hash, nonce, policy, certificate }: TimeStampQuestion & { readonly certificate: X509Certificate }): TimeStampAnswer => {
  const read = readResponse(response);
  if (!read) return { kind: 'response-unreadable' };
  const { status: { status, failInfo }, token } = read;
  const isGranted = status === PKIStatus.granted || status === PKIStatus.grantedWithMods;
  if (!isGranted || !token) return { kind: 'not-granted', status, failures: failInfo?.toJSON() ?? [] };
  const judged = judgeTimeStampToken(token, { hash, certificate });
  if (judged.kind !== 'stamped') return judged;
  if (judged.nonce !== nonceInteger(nonce).toString('hex')) return { kind: 'other-nonce' };
  return policy === undefined || judged.policy === policy ? { ...judged, token } : { kind: 'other-policy' };
};

const readResponse = (response: Uint8Array): (Pick<TimeStampResp, 'status'> & { readonly token: Buffer | undefined }) | undefined => {
  try {
    const { status, timeStampToken } = AsnConvert.parse(arrayBufferOf(response), TimeStampResp);
    return { status, token: timeStampToken && Buffer.from(AsnConvert.serialize(timeStampToken)) };
  } catch {
    // Whatever the parser does not like: a page of an error in HTML, for one.
    return undefined;
  }
};
