// SPDX-License-Identifier: AGPL-3.0-or-later
import { concatBytes } from '../bytes/concat';
import type { ReceivedCommand } from './received-command';

export type ChainOutcome =
  | { readonly kind: 'whole'; readonly command: ReceivedCommand }
  /** This was a link; more are to come. */
  | { readonly kind: 'more' }
  | { readonly kind: 'unknown-class' }
  /** A link that does not fit the ones before it; they are dropped. */
  | { readonly kind: 'broken' };

const lastOrOnly = 0x00;
const link = 0x10;
/** Longer than anything that a command on this card takes. */
const longestData = 512;

/** Commands that come in several pieces, because their data do not fit one APDU (ISO 7816-4 §5.1.1.1). */
export class CommandChain {
  #pending: ReceivedCommand | undefined;

  reset(): void {
    this.#pending = undefined;
  }

  take(command: ReceivedCommand): ChainOutcome {
    if (command.cla !== lastOrOnly && command.cla !== link) return { kind: 'unknown-class' };
    const before = this.#pending;
    this.#pending = undefined;
    if (before && (before.ins !== command.ins || before.p1 !== command.p1 || before.p2 !== command.p2)) return { kind: 'broken' };
    const data = before ? concatBytes(before.data, command.data) : command.data;
    if (data.length > longestData) return { kind: 'broken' };
    if (command.cla === lastOrOnly) return { kind: 'whole', command: { ...command, data } };
    this.#pending = { ...command, data };
    return { kind: 'more' };
  }
}
