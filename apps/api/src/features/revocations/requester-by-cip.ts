// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, REVOCATION_ASKER_RULES, accept, isInPerson, refuse } from '@sportello/domain';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { CallerRepository } from './caller.repository';
import { type Asked, type Requester, type Told, askingOf } from './requester';

/** Recognised in this call by CIP, and it still holds. One of the person's cards may be meant which another envelope came with: then both have to have been taken into use in the same quality. */
export async function requesterByCip({ transaction, act, request }: Asked, { callId, identificationId }: Told<'cip'>): Promise<Outcome<Requester, Refusal>> {
  const callers = transaction.repository(CallerRepository);
  const call = await callers.openCall(callId, act.caller.desk.id);
  if (!call) return refuse({ kind: 'not-found' });
  const caller = await callers.recognised(callId, identificationId, transaction.now);
  if (!caller) return refuse({ kind: 'identification-ended' });
  const card = await transaction.repository(CardToRevokeRepository).of(request.idCarta ?? caller.idCarta);
  if (card.idCarta !== caller.idCarta) {
    if (!(await callers.areOfOnePerson(caller.idCarta, card.idCarta))) return refuse({ kind: 'not-found' });
    if (card.mode !== caller.mode) return refuse({ kind: 'revocation-not-askable', because: 'not-who-activated', ways: REVOCATION_ASKER_RULES[request.asker].ways.filter(isInPerson) });
  }
  const needs = askingOf(transaction, card, { asker: request.asker, caseKind: request.caseKind, reason: request.reason, way: 'cip-by-phone', deskKind: null });
  return needs.ok ? accept({ card, needs: needs.value, callId, isOutOfHours: call.isOutOfHours }) : needs;
}
