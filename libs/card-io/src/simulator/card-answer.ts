// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { concatBytes } from '../bytes/concat';

/** What a command of the virtual card comes to. */
export interface CardAnswer {
  readonly sw: number;
  readonly data: Uint8Array;
}

export function answer(sw: number, data: Uint8Array = new Uint8Array()): CardAnswer {
  return { sw, data };
}

export function done(data?: Uint8Array): CardAnswer {
  return answer(statusWord.ok, data);
}

export function answerBytes({ sw, data }: CardAnswer): Uint8Array {
  return concatBytes(data, Uint8Array.of(sw >> 8, sw & 0xff));
}
