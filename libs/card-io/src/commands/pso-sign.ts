// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { concatBytes } from '../bytes/concat';
import { fromHex } from '../bytes/hex';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type PsoSignOutcome = { readonly kind: 'signed'; readonly signature: Uint8Array } | RefusedByCard;

/** RFC 8017 §9.2 note 1: the DER that stands before a SHA-256 value. */
const sha256DigestInfoPrefix = fromHex('3031300D060960864801650304020105000420');

/** PSO: COMPUTE DIGITAL SIGNATURE (ISO 7816-8) over a SHA-256 value of 32 bytes; the card adds the PKCS#1 v1.5 padding. */
export function psoSignSha256(digest: Uint8Array): CardCommand<PsoSignOutcome> {
  if (digest.length !== 32) throw new Error('a SHA-256 value has 32 bytes');
  return {
    name: 'pso-sign',
    apdu: { cla: 0x00, ins: 0x2a, p1: 0x9e, p2: 0x9a, data: concatBytes(sha256DigestInfoPrefix, digest), le: 256 },
    holdsCode: false,
    parse: ({ sw, data }) => (sw === statusWord.ok && data.length > 0 ? { kind: 'signed', signature: data } : { kind: 'refused', sw }),
  };
}
