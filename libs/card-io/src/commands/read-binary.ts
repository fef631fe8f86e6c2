// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type ReadBinaryOutcome =
  /** May be shorter than asked for: the file ends there when `isEnd` says so, else the card gives no more at once. */
  | { readonly kind: 'read'; readonly data: Uint8Array; readonly isEnd: boolean }
  /** 6700: on some cards, that so many bytes are not there. */
  | { readonly kind: 'too-long' }
  | RefusedByCard;

/** The most bytes asked for at once: with the status word they fit one T=1 block of 254 bytes, and a second block costs 66 ms. */
export const maxRead = 252;

/** READ BINARY of the current EF (ISO 7816-4 §7.2.3) from `offset` (up to 32,767); nothing more to read is an empty read. */
export function readBinary(offset: number, length: number): CardCommand<ReadBinaryOutcome> {
  if (offset < 0 || offset > 0x7fff) throw new Error('the offset of READ BINARY has 15 bits');
  return {
    name: 'read-binary',
    apdu: { cla: 0x00, ins: 0xb0, p1: offset >> 8, p2: offset & 0xff, le: length },
    holdsCode: false,
    parse: ({ sw, data }) => {
      switch (sw) {
        case statusWord.ok:
          return { kind: 'read', data, isEnd: data.length === 0 };
        case statusWord.endOfFile:
          return { kind: 'read', data, isEnd: true };
        case statusWord.outsideTheFile:
          return { kind: 'read', data: new Uint8Array(), isEnd: true };
        case statusWord.wrongLength:
          return { kind: 'too-long' };
        default:
          return { kind: 'refused', sw };
      }
    },
  };
}
