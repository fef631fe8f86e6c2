// SPDX-License-Identifier: AGPL-3.0-or-later
import { concatBytes } from '../bytes/concat';

/** A command APDU in short form (ISO 7816-3 §12.1). The case follows from what is present: 1 neither, 2 `le`, 3 `data`, 4 both. */
export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  /** 1 to 255 bytes. */
  readonly data?: Uint8Array;
  /** Bytes expected, 1 to 256 (sent as 00). */
  readonly le?: number;
}

/** The bytes for the card. What does not fit the short form throws: extended length is not promised by real cards, so building it is a bug. */
export function encodeCommand({ cla, ins, p1, p2, data, le }: CommandApdu): Uint8Array {
  if (data && (data.length < 1 || data.length > 255)) throw new Error('command data must have 1 to 255 bytes');
  if (le !== undefined && !(Number.isInteger(le) && le >= 1 && le <= 256)) throw new Error('Le must be 1 to 256');
  return concatBytes(
    Uint8Array.of(cla, ins, p1, p2),
    data ? Uint8Array.of(data.length) : new Uint8Array(),
    data ?? new Uint8Array(),
    le === undefined ? new Uint8Array() : Uint8Array.of(le & 0xff),
  );
}
