// SPDX-License-Identifier: AGPL-3.0-or-later
import { drawCharacters, UNAMBIGUOUS_ALPHABET } from '@sportello/domain';
import { keyedMac } from '@sportello/seal';
import type { Randomness } from '../ports/randomness';

export const RECOVERY_CODES = 10;
const CODE_LENGTH = 12;

/** Nearly sixty bits of chance, in letters and digits that nobody confuses: no list of guesses reaches that far, so a keyed MAC is enough to keep them by. */
export function newRecoveryCode(randomness: Pick<Randomness, 'bytes'>): string {
  const code = Buffer.from(drawCharacters(CODE_LENGTH, UNAMBIGUOUS_ALPHABET, (length) => randomness.bytes(length))).toString('ascii');
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** What is kept of a code, however it was typed. */
export function recoveryCodeMac(lookupKey: Uint8Array, operatorId: string, typed: string): Buffer {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return Buffer.from(keyedMac({ key: lookupKey, label: 'recovery-code', parts: [operatorId, bare] }));
}
