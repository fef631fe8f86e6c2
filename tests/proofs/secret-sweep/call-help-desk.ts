// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallView, RevocationReceipt } from '@sportello/contracts';
import { effectsToRead } from '@sportello/domain';
import type { Operator } from '../kill-table/operator';

/**
 * A citizen who tells the CIP with another card's number first and then with the right one, has the card revoked, asks again on the public page, and writes the CIP in an
 * e-mail; and an operator who types it among the notes, where it does not belong. Whether the request was recorded in the end, and no answer said the CIP again.
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
  const told = { cip, codiceFiscale: null, surname: null, name: null, birthDate: null };
  await act(`${path}/identification`, { ...told, revision: call.revision, idCarta: anotherCard(idCarta) });
  const recognised = await act(`${path}/identification`, { ...told, revision: call.revision, idCarta });
  if (!recognised?.identification) return false;
  const { revision, openedAt, identification } = recognised;
  await act(`${path}/changes`, { revision, callerKind: 'holder', category: 'lost-or-stolen', notes: `Dice ${cip}`, doneSteps: [] });
  await act('/api/calls/mails', { receivedAt: openedAt, text: `Il mio CIP è ${cip}` });
  const loss = { reason: 'loss', caseKind: null, happenedAt: openedAt, proof: { kind: 'self-declaration', isSigned: false } };
  const effects = (others: boolean) => ({ confirmedEffects: effectsToRead('revocation', 'loss', others) });
  const byCip = { by: 'cip', callId: call.id, identificationId: identification.id };
  const recorded = await helpDesk.post('/api/revocations', { ...loss, ...effects(identification.cards.length > 1), act: 'revocation', asker: 'holder', idCarta: null, identified: byCip, notes: `Ripete ${cip}` });
  answers.push(recorded, await helpDesk.post('/api/public/revocations', { ...told, ...loss, ...effects(true), idCarta }));
  await act(`${path}/closing`, { revision: revision + 1, outcome: 'answered', followUp: null });
  return (recorded as RevocationReceipt | undefined)?.state === 'verified' && !JSON.stringify(answers).includes(cip);
}

function anotherCard(idCarta: string): string {
  return `${idCarta.slice(0, -1)}${(Number(idCarta.slice(-1)) + 1) % 10}`;
}
