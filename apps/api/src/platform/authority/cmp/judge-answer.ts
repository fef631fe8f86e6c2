// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';
import type { X509Certificate } from 'node:crypto';
import { parseAs } from '../parse-as';
import type { BadAnswer } from '../revocation-authority';
import { checkSignature, isInForce } from '../signature-check';
import { PkiBody, PkiHeader, PkiMessage } from './cmp-messages';
import { protectedBytes } from './protected-message';

export interface Asked {
  readonly transactionId: Uint8Array;
  /** Ours: the answer brings it back. */
  readonly senderNonce: Uint8Array;
  /** The authority's own, given in the configuration: whatever certificate travels along is not looked at. */
  readonly authority: X509Certificate;
  readonly now: Date;
}

export type Judged =
  | { readonly kind: 'believed'; readonly body: PkiBody; readonly nonce: Uint8Array }
  | { readonly kind: 'bad-answer'; readonly why: BadAnswer };

/** Versions 2 and 3 differ in nothing that a revocation uses (RFC 9810 §7). */
const VERSIONS: readonly number[] = [2, 3];

/** Whether a PKIMessage (DER) is this authority's answer to what was asked. */
export async function judgeAnswer(answer: Uint8Array, { transactionId, senderNonce, authority, now }: Asked): Promise<Judged> {
  const message = parseAs(answer, PkiMessage);
  const header = message && parseAs(message.header, PkiHeader);
  // The very bytes and no others: what is verified is what was read.
  if (!message || !header || !Buffer.from(AsnConvert.serialize(message)).equals(answer)) return bad('unreadable');
  if (!VERSIONS.includes(header.pvno)) return bad('other-version');
  if (!message.protection || !header.protectionAlg) return bad('not-protected');
  const isSigned = await checkSignature({ bytes: protectedBytes(message), signature: Buffer.from(message.protection), algorithm: header.protectionAlg.algorithm }, authority);
  if (isSigned !== 'yes') return bad(isSigned === 'no' ? 'signature-invalid' : isSigned);
  if (!isInForce(authority, now)) return bad('certificate-not-in-force');
  if (!isSame(header.transactionID, transactionId)) return bad('other-transaction');
  if (!isSame(header.recipNonce, senderNonce)) return bad('other-nonce');
  const body = parseAs(message.body, PkiBody);
  if (!body) return bad('unexpected-body');
  return { kind: 'believed', body, nonce: Buffer.from(header.senderNonce?.buffer ?? new ArrayBuffer()) };
}

const bad = (why: BadAnswer): Judged => ({ kind: 'bad-answer', why });

const isSame = (octets: { readonly buffer: ArrayBuffer } | undefined, bytes: Uint8Array): boolean => octets !== undefined && Buffer.from(octets.buffer).equals(bytes);
