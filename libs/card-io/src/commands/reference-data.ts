// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord, triesLeft } from '../apdu/status-word';
import type { ResponseApdu } from '../apdu/response-apdu';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { RefusedByCard } from '../session/card-command';

/** What a card says when a code was not accepted. */
export type CodeRefusal =
  /** `triesLeft` undefined: the card did not say (6300). */
  | { readonly kind: 'wrong-code'; readonly triesLeft: number | undefined }
  | { readonly kind: 'blocked' }
  | RefusedByCard;

const blockLength = 8;
const padding = 0xff;

/** The codes one after the other, each padded with FF to its 8 bytes. The caller's command owns the result, and the session wipes it. */
export function codeBlocks(...codes: readonly SecretBytes[]): Uint8Array {
  const blocks = new Uint8Array(codes.length * blockLength).fill(padding);
  codes.forEach((code, index) => {
    code.use((digits) => {
      if (digits.length < 1 || digits.length > blockLength) throw new Error('a code has 1 to 8 digits');
      blocks.set(digits, index * blockLength);
    });
  });
  return blocks;
}

/** The reading that VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER share (ISO 7816-4 §7.5.6 ff.). */
export function parseCodeAnswer<Done extends { readonly kind: string }>({ sw }: ResponseApdu, done: Done): Done | CodeRefusal {
  if (sw === statusWord.ok) return done;
  if (sw === statusWord.blocked || triesLeft(sw) === 0) return { kind: 'blocked' };
  if (sw === statusWord.wrongTriesUnknown || triesLeft(sw) !== undefined) return { kind: 'wrong-code', triesLeft: triesLeft(sw) };
  return { kind: 'refused', sw };
}
