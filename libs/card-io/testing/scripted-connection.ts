// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex, toHex } from '../src/bytes/hex';
import type { CardConnection, RawAnswer } from '../src/session/card-connection';
import type { CardFault } from '../src/session/fault';

export interface ScriptedConnection extends CardConnection {
  /** What was sent, in hex. */
  readonly sent: readonly string[];
  readonly disconnections: number;
}

/** Answers from a list, hex or a fault, in the order of the commands; a command too many is outcome-unknown. */
export function scriptedConnection(...answers: readonly (string | CardFault)[]): ScriptedConnection {
  const sent: string[] = [];
  const left = [...answers];
  let disconnections = 0;
  return {
    atr: fromHex('3B00'),
    sent,
    get disconnections() {
      return disconnections;
    },
    async transmit(command): Promise<RawAnswer | CardFault> {
      sent.push(toHex(command));
      const answer = left.shift() ?? { kind: 'outcome-unknown', because: 'unexpected' };
      return typeof answer === 'string' ? { kind: 'answered', bytes: fromHex(answer) } : answer;
    },
    async disconnect() {
      disconnections += 1;
    },
  };
}
