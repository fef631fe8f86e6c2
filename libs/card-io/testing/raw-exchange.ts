// SPDX-License-Identifier: AGPL-3.0-or-later
import { CardSession } from '../src/session/card-session';
import { scriptedConnection } from './scripted-connection';
import type { CardCommand } from '../src/session/card-command';
import type { CardFault } from '../src/session/fault';

/** Runs one command against one answer, both in raw hex. */
export async function rawExchange<Outcome extends { readonly kind: string }>(
  command: CardCommand<Outcome>,
  answer: string,
): Promise<{ readonly sent: string | undefined; readonly outcome: Outcome | CardFault }> {
  const connection = scriptedConnection(answer);
  const outcome = await new CardSession(connection).run(command);
  return { sent: connection.sent[0], outcome };
}
