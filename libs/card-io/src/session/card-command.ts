// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandApdu } from '../apdu/command-apdu';
import type { ResponseApdu } from '../apdu/response-apdu';

/** One command, ready to be sent, with the reading of its answer. */
export interface CardCommand<Outcome extends { readonly kind: string }> {
  readonly name: string;
  readonly apdu: CommandApdu;
  /** The data holds a code: the session sends it once, whatever the answer, and wipes it. */
  readonly holdsCode: boolean;
  readonly parse: (response: ResponseApdu) => Outcome;
}

/** The card said something that the command has no better word for. */
export interface RefusedByCard {
  readonly kind: 'refused';
  readonly sw: number;
}
