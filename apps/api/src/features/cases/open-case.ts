// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OpenCaseRequest } from '@sportello/contracts';
import { CASE_KIND_RULES, type CaseKind, type Outcome, USUAL_ENVELOPE_STYLE, accept, localDateAt, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { counterOf } from '../../platform/access/caller';
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
import { type CaseWish, proposeCase } from './propose-case';
import { openVisit } from './same-visit';

/** Opens the case of the card in the desk's reader, or finds the one that is open for it. A card that no case can be opened for leaves a visit with its reason. */
@Injectable()
export class OpenCase implements OpeningUseCase {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, { insertionId, kind: wished, duplicate, visit: visitCaseId }: OpenCaseRequest): Promise<Outcome<Done, Refusal>> {
    const { operator } = act.caller;
    const found = await cardOfStay(transaction, counterOf(act.caller), insertionId);
    if (!found.ok) return found;
    const atHand = found.value;
    if (isOwnCard(operator.codiceFiscale, atHand.parsed.reading.data.codiceFiscale.value)) return turnedAway(transaction, act, atHand, { kind: 'own-card' });

    const visit = visitCaseId === undefined ? undefined : await openVisit(transaction, act, visitCaseId);
    if (visit && !visit.ok) return visit;
    const open = await openCaseOf(transaction, act, atHand, visitCaseId);
    if (open) return open;
    const purpose = duplicate ? 'duplicate' : 'activation';
    const method = methodOfCard(this.settings, atHand.card.cardType);
    const kind = await chosenKind(transaction, atHand, { caller: act.caller, purpose, kind: wished }, visit?.value.row.kind);
    if (!kind.ok) return turnedAway(transaction, act, atHand, kind.refusal);
    // Its transport codes opened it once; since then only the PUK in the citizen's envelope would.
    if (purpose === 'duplicate' && method === 'transport-codes') return turnedAway(transaction, act, atHand, { kind: 'codes-not-replaceable', details: { cardType: atHand.card.cardType } });

    const row = await newCase(transaction, act, atHand, { kind: kind.value, purpose, duplicateReason: duplicate?.reason ?? null, visitCaseId: visitCaseId ?? null, method });
    if (!(await transaction.repository(CaseRepository).insertUnlessOpen(row))) {
      // Somebody opened one in this very moment: the same answer as a moment later.
      const other = await openCaseOf(transaction, act, atHand, visitCaseId);
      if (!other) throw new Error('a case that was neither opened nor found');
      return other;
    }
    transaction.audit({ act: 'case.opened', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { number: row.number, kind: row.kind, purpose, duplicateReason: row.duplicateReason, visit: row.visitCaseId } });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    return accept({ caseId: row.id, isNew: true });
  }
}

async function openCaseOf(transaction: Transaction, act: Act, { card }: CardAtHand, visitCaseId: string | undefined): Promise<Outcome<Done, Refusal> | undefined> {
  const cases = transaction.repository(CaseRepository);
  const open = await cases.heldOpenOf(card.idCarta);
  if (!open) return undefined;
  if (open.deskId !== act.caller.desk.id) return refuse({ kind: 'case-at-another-desk' });
  // The page opened it at the card's insertion, before the operator said who came with it.
  if (open.state === 'recognised' && visitCaseId !== undefined && visitCaseId !== open.visitCaseId) {
    await cases.step(open, open.state, transaction.now, { visitCaseId });
    transaction.audit({ act: 'case.visit-joined', actor: act.actor, requestId: act.requestId, deskId: open.deskId, caseId: open.id, details: { visit: visitCaseId } });
    transaction.notify({ to: 'desk', deskId: open.deskId, event: { topic: 'case', caseId: open.id } });
  }
  return accept({ caseId: open.id });
}

/** The kind that the operator names; else the one of the same visit's earlier case, where the card may have it; else the proposed one. */
async function chosenKind(transaction: Transaction, atHand: CardAtHand, wish: CaseWish, ofVisit: CaseKind | undefined): Promise<Outcome<CaseKind, Refusal>> {
  const like = wish.kind === undefined && ofVisit !== undefined ? await proposeCase(transaction, atHand, { ...wish, kind: ofVisit }) : undefined;
  return like?.ok ? like : proposeCase(transaction, atHand, wish);
}

async function turnedAway(transaction: Transaction, act: Act, { stationId, insertionId, card, parsed }: CardAtHand, refusal: Refusal): Promise<Outcome<Done, Refusal>> {
  const visit = { deskId: act.caller.desk.id, stationId, insertionId, cardType: card.cardType, regionCode: parsed.idCarta.region?.code ?? null };
  await recordVisit(transaction, act, visit, refusal);
  return refuse(refusal);
}

async function newCase(transaction: Transaction, { caller }: Act, { card, parsed }: CardAtHand, chosen: Pick<CaseRow, 'kind' | 'purpose' | 'duplicateReason' | 'visitCaseId' | 'method'>): Promise<CaseRow> {
  const year = Number(localDateAt(transaction.now).slice(0, 4));
  return {
    id: transaction.newId(),
    deskId: caller.desk.id,
    year,
    number: await transaction.repository(CaseRepository).nextNumber('case-of-desk', caller.desk.id, year),
    ...chosen,
    mode: CASE_KIND_RULES[chosen.kind].mode,
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
    inCharge: null,
    openedAt: transaction.now,
    changedAt: transaction.now,
    erasedAt: null,
  };
}
