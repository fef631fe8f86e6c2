// SPDX-License-Identifier: AGPL-3.0-or-later
import { concatBytes } from '../bytes/concat';
import { fromHex } from '../bytes/hex';

/** RFC 8017 §9.2 note 1: the DER that stands before a SHA-256 value. */
const sha256Prefix = fromHex('3031300D060960864801650304020105000420');

/** The DigestInfo of a SHA-256 value, 51 bytes. Anything but 32 bytes throws: no other hash is signed. */
export function sha256DigestInfo(digest: Uint8Array): Uint8Array {
  if (digest.length !== 32) throw new Error('a SHA-256 value has 32 bytes');
  return concatBytes(sha256Prefix, digest);
}
