// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallView } from '@sportello/contracts';
import type { Operator } from '../kill-table/operator';

/**
 * A citizen who tells the CIP with another card's number first and then with the right one, and writes it in an e-mail; and an operator who types it among the notes, where
 * it does not belong. Whether the citizen was recognised in the end.
 */
export async function callHelpDesk(helpDesk: Operator, idCarta: string, cip: string): Promise<boolean> {
  const call = (await helpDesk.post('/api/calls', { channel: 'phone', callerNumber: null })) as CallView | undefined;
  if (!call) return false;
  const path = `/api/calls/${call.id}`;
  const told = { revision: call.revision, cip, codiceFiscale: null, surname: null, name: null, birthDate: null };
  await helpDesk.post(`${path}/identification`, { ...told, idCarta: anotherCard(idCarta) });
  const recognised = (await helpDesk.post(`${path}/identification`, { ...told, idCarta })) as CallView | undefined;
  if (!recognised?.identification) return false;
  const { revision } = recognised;
  await helpDesk.post(`${path}/changes`, { revision, callerKind: 'holder', category: 'lost-or-stolen', notes: `Dice ${cip}`, doneSteps: [] });
  await helpDesk.post('/api/calls/mails', { receivedAt: recognised.openedAt, text: `Il mio CIP è ${cip}` });
  await helpDesk.post(`${path}/closing`, { revision: revision + 1, outcome: 'answered', followUp: null });
  return true;
}

function anotherCard(idCarta: string): string {
  return `${idCarta.slice(0, -1)}${(Number(idCarta.slice(-1)) + 1) % 10}`;
}
