// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallView } from '@sportello/contracts';
import type { Operator } from '../kill-table/operator';

/**
 * A citizen who tells the CIP with another card's number first and then with the right one, and writes it in an e-mail; and an operator who types it among the notes, where
 * it does not belong. Whether the citizen was recognised in the end, and no answer said the CIP again.
 */
export async function callHelpDesk(helpDesk: Operator, idCarta: string, cip: string): Promise<boolean> {
  const answers: unknown[] = [];
  const act = async (path: string, body: object): Promise<CallView | undefined> => {
    const answer = await helpDesk.post(path, body);
    answers.push(answer);
    return answer as CallView | undefined;
  };
  const call = await act('/api/calls', { channel: 'phone', callerNumber: null });
  if (!call) return false;
  const path = `/api/calls/${call.id}`;
  const told = { revision: call.revision, cip, codiceFiscale: null, surname: null, name: null, birthDate: null };
  await act(`${path}/identification`, { ...told, idCarta: anotherCard(idCarta) });
  const recognised = await act(`${path}/identification`, { ...told, idCarta });
  if (!recognised?.identification) return false;
  const { revision } = recognised;
  await act(`${path}/changes`, { revision, callerKind: 'holder', category: 'lost-or-stolen', notes: `Dice ${cip}`, doneSteps: [] });
  await act('/api/calls/mails', { receivedAt: recognised.openedAt, text: `Il mio CIP è ${cip}` });
  await act(`${path}/closing`, { revision: revision + 1, outcome: 'answered', followUp: null });
  return !JSON.stringify(answers).includes(cip);
}

function anotherCard(idCarta: string): string {
  return `${idCarta.slice(0, -1)}${(Number(idCarta.slice(-1)) + 1) % 10}`;
}
