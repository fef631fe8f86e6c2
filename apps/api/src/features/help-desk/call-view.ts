// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallView, CardOfCaller, IdentificationByCipView } from '@sportello/contracts';
import { FULL_AGE, ageOn, callNumberOf, healthWordsIn, localDateAt, requestNumberOf } from '@sportello/domain';
import type { Reach } from '../../platform/access/reach';
import type { CallRow, CipIdentificationRow } from '../../platform/database/rows/call-row';
import type { Transaction } from '../../platform/database/transaction';
import { CallRepository } from '../../platform/help-desk/call.repository';
import { type CardOfPerson, CardsOfPersonRepository } from '../../platform/help-desk/cards-of-person.repository';
import { HelpDeskRepository } from './help-desk.repository';

/** A call with whoever is recognised in it at this moment; undefined: out of reach. */
export async function callView(transaction: Transaction, reach: Reach, id: string): Promise<CallView | undefined> {
  const [calls, helpDesk] = [transaction.repository(CallRepository), transaction.repository(HelpDeskRepository)];
  const call = await calls.byId(id);
  const of = call && (await helpDesk.inReach(reach, call.deskId, call.openedBy));
  if (!call || !of) return undefined;
  const identification = await calls.identification(id, transaction.now);
  return {
    ...written(call),
    openedBy: of.openedBy,
    identification: identification ? await recognised(transaction, identification) : null,
    mayRecordUnverified: call.mayRecordUnverified && call.state !== 'closed' && !identification,
    requests: [...(await helpDesk.requestsOf(id))],
    earlier: identification ? [...(await helpDesk.earlierOf(reach, identification))] : [],
  };
}

function written(call: CallRow): Omit<CallView, 'openedBy' | 'identification' | 'mayRecordUnverified' | 'requests' | 'earlier'> {
  const { id, revision, state, channel, isOutOfHours, callerKind, category, notes, doneSteps, outcome } = call;
  return {
    ...{ id, revision, state, channel, isOutOfHours, callerKind, category, notes, doneSteps, outcome },
    number: callNumberOf(call),
    openedAt: call.openedAt.toISOString(),
    closedAt: call.closedAt?.toISOString() ?? null,
    hasHealthWords: healthWordsIn(notes).length > 0,
    mail: call.mailText === null ? null : { text: call.mailText, redactions: call.mailRedactions ?? 0 },
    followUp: call.followUp === null || call.followUpBy === null ? null : { what: call.followUp, by: call.followUpBy, ...(call.callBackAt !== null && { callBackAt: call.callBackAt }) },
  };
}

/** Null: what the desks knew of the person was erased in the meantime. */
async function recognised(transaction: Transaction, { id, idCarta, at, until }: CipIdentificationRow): Promise<IdentificationByCipView | null> {
  const person = await transaction.repository(CardsOfPersonRepository).holderOf(idCarta);
  if (!person || person.cards.length === 0) return null;
  const { surname, name, birthDate } = person;
  const isMinor = ageOn(birthDate, localDateAt(transaction.now)) < FULL_AGE;
  return { id, at: at.toISOString(), until: until.toISOString(), surname, name, isMinor, cards: person.cards.map((card) => cardOfCaller(card, idCarta)) };
}

function cardOfCaller({ idCarta, expiresOn, activatedAt, desk, mode, state, openRequest }: CardOfPerson, ofThisCip: string): CardOfCaller {
  return {
    ...{ idCarta, expiresOn, desk, mode, state },
    activatedOn: activatedAt && localDateAt(activatedAt),
    isOfThisCip: idCarta === ofThisCip,
    openRequest: openRequest && requestNumberOf(openRequest.number, openRequest.year).value,
  };
}
