// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OpenCaseRequest } from '@sportello/contracts';
import { CASE_KIND_RULES, type Outcome, USUAL_ENVELOPE_STYLE, accept, localDateAt, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { CardRegisterRepository } from '../../platform/activation/card-register.repository';
import { initialsOf } from '../../platform/activation/card-view';
import { CaseRepository } from '../../platform/activation/case.repository';
import { columnsOf } from '../../platform/activation/envelope-style';
import { methodOfCard } from '../../platform/activation/method-of-card';
import { MOST_WRITES } from '../../platform/activation/most-writes';
import { isOwnCard } from '../../platform/activation/own-card';
import { recordVisit } from '../../platform/activation/record-visit';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Done } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import type { OpeningUseCase } from './case-acts';
import { type CardAtHand, cardOfStay } from './card-at-hand';
import { proposeCase } from './propose-case';

/** Opens the case of the card in the desk's reader, or finds the one that is open for it. A card that no case can be opened for leaves a visit with its reason. */
@Injectable()
export class OpenCase implements OpeningUseCase {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, { insertionId }: OpenCaseRequest): Promise<Outcome<Done, Refusal>> {
    const { desk, operator } = act.caller;
    const found = await cardOfStay(transaction, desk.id, insertionId);
    if (!found.ok) return found;
    const atHand = found.value;
    if (isOwnCard(operator.codiceFiscale, atHand.parsed.reading.data.codiceFiscale.value)) return turnedAway(transaction, act, atHand, { kind: 'own-card' });

    const open = await openCaseOf(transaction, act, atHand);
    if (open) return open;
    const state = await transaction.repository(CardRegisterRepository).stateOf(atHand.card.idCarta);
    const proposal = proposeCase(atHand, state, transaction.now, desk.kind);
    if (!proposal.ok) return turnedAway(transaction, act, atHand, proposal.refusal);

    const row = await newCase(transaction, act, atHand, { kind: proposal.value, method: methodOfCard(this.settings, atHand.card.cardType) });
    if (!(await transaction.repository(CaseRepository).insertUnlessOpen(row))) {
      // Somebody opened one in this very moment: the same answer as a moment later.
      const other = await openCaseOf(transaction, act, atHand);
      if (!other) throw new Error('a case that was neither opened nor found');
      return other;
    }
    transaction.audit({ act: 'case.opened', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { number: row.number, kind: row.kind } });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    return accept({ caseId: row.id, isNew: true });
  }
}

async function openCaseOf(transaction: Transaction, { caller }: Act, { card }: CardAtHand): Promise<Outcome<Done, Refusal> | undefined> {
  const open = await transaction.repository(CaseRepository).heldOpenOf(card.idCarta);
  if (!open) return undefined;
  return open.deskId === caller.desk.id ? accept({ caseId: open.id }) : refuse({ kind: 'case-at-another-desk' });
}

async function turnedAway(transaction: Transaction, act: Act, { stationId, insertionId, card, parsed }: CardAtHand, refusal: Refusal): Promise<Outcome<Done, Refusal>> {
  const visit = { deskId: act.caller.desk.id, stationId, insertionId, cardType: card.cardType, regionCode: parsed.idCarta.region?.code ?? null };
  await recordVisit(transaction, act, visit, refusal);
  return refuse(refusal);
}

async function newCase(transaction: Transaction, { caller }: Act, { card, parsed }: CardAtHand, { kind, method }: Pick<CaseRow, 'kind' | 'method'>): Promise<CaseRow> {
  const year = Number(localDateAt(transaction.now).slice(0, 4));
  return {
    id: transaction.newId(),
    deskId: caller.desk.id,
    year,
    number: await transaction.repository(CaseRepository).nextNumber('case-of-desk', caller.desk.id, year),
    kind,
    purpose: 'activation',
    duplicateReason: null,
    mode: CASE_KIND_RULES[kind].mode,
    method,
    state: 'recognised',
    revision: 1,
    idCarta: card.idCarta,
    cardType: card.cardType,
    initials: initialsOf(parsed.reading.data),
    holder: null,
    certificate: null,
    receiptNumber: null,
    fence: 0,
    fenceLimit: MOST_WRITES,
    ...columnsOf(USUAL_ENVELOPE_STYLE),
    obstacleCode: null,
    obstacleDetails: null,
    stoppedAt: null,
    refusalCode: null,
    refusalNote: null,
    openedBy: caller.operator.id,
    openedAt: transaction.now,
    changedAt: transaction.now,
    erasedAt: null,
  };
}
