// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { CASE_KIND_RULES, type CaseNeeds, USUAL_BODY_OPTIONS, ageOn, formNumberOf, isOpenCase, localDateAt, needsOf } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import { approvalStanding, approvalView } from '../approval/approval-view';
import { CaseApprovalRepository } from '../approval/case-approval.repository';
import { reachOf } from '../access/reach';
import type { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import { caseObstacle } from './case-obstacle';
import { parsedCardOf } from './card-on-desk';
import { cardView } from './card-view';
import { CaseViewRepository } from './case-view.repository';
import { offeredActs } from './offered-acts';
import { phasesOf } from './phases';
import { holderOf } from './situation';
import { SituationRepository } from './situation.repository';
import { changeStanding, changeableCase, stationChangeView } from './station-change';
import { StationChangeRepository } from './station-change.repository';
import type { Vault } from '../vault/vault';

/** The case as the caller may see it: holder and card only while that card is in one of the caller's own desk's readers. Nothing when the case is beyond their reach; at another desk nobody acts on it. */
export async function showCase(transaction: Transaction, caller: SignedInOperator, caseId: string, vault: Pick<Vault, 'isThere'>): Promise<CaseView | undefined> {
  const { now } = transaction;
  const found = await transaction.repository(CaseViewRepository).at(reachOf(caller), caseId, now);
  if (!found) return undefined;
  const { row, intent, sheet, spoiledSheet, document, stay, cardState } = found;
  const isOwnDesk = row.deskId === caller.desk.id;
  const situation = await transaction.repository(SituationRepository).of(row.deskId, row.idCarta, now);
  const obstacle = caseObstacle(row, intent, situation);
  const asked = await transaction.repository(StationChangeRepository).asked(row.id, now);
  const standing = vault.isThere ? changeStanding(changeableCase(row, intent, situation), asked, caller.operator.id) : 'impossible';
  const birthDate = row.holder?.birthDate ?? (stay?.facts ? parsedCardOf(stay.facts).reading.data.birthDate : undefined);
  // Before the identification, away from its card, nobody knows the holder's age: what depends on it is shown when the card is back.
  const holderAge = birthDate === undefined ? 0 : ageOn(birthDate, localDateAt(now));
  const needs = needsOf(CASE_KIND_RULES[row.kind], { deskKind: caller.desk.kind, purpose: row.purpose, options: USUAL_BODY_OPTIONS, holderAge });
  const approval = await transaction.repository(CaseApprovalRepository).shownOf(row.id);
  return {
    id: row.id,
    number: row.number,
    formNumber: formNumberOf(row.number, row.year).value,
    receiptNumber: row.receiptNumber,
    isOwnDesk,
    kind: row.kind,
    purpose: row.purpose,
    duplicateReason: row.duplicateReason,
    offeredKinds: [],
    mode: row.mode,
    state: row.state,
    revision: row.revision,
    openedAt: row.openedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    initials: row.initials,
    isCardInReader: stay !== undefined,
    card: stay?.facts ? cardView(stay.facts, cardState, now) : null,
    document: stay && document ? documentMessage(document) : null,
    needs: isOpenCase(row.state) ? needsView(needs) : null,
    applicant: null,
    sameVisit: null,
    warnings: [],
    papersFiled: [],
    approval: approval ? approvalView(approval, caller.operator.id, now) : null,
    envelope: { language: row.envelopeLanguage, layout: row.envelopeLayout },
    sheet: sheet ? { controlNumber: sheet.controlNumber, state: sheet.state } : null,
    spoiledSheet: row.state === 'authorised' ? spoiledSheet : null,
    phases: phasesOf(intent),
    obstacle: obstacle ? { code: obstacle.kind, ...(obstacle.details && { details: { ...obstacle.details } }) } : null,
    stationChange: asked && standing !== 'impossible' && standing !== 'possible' ? stationChangeView(asked, caller.operator.id) : null,
    refusal: refusalOf(row),
    acts: offeredActs(row.state, isOwnDesk ? caller.permissions : [], {
      isCardInReader: stay !== undefined,
      canCodesBeOpened: !intent?.stationBlob || holderOf(intent.stationBlob, situation) !== undefined,
      stationChange: standing,
      application: { canKindChange: false, isSameVisit: false, canGoOn: false, hasDeclarations: false, ...(await approvalStanding(transaction, caller, approval)) },
    }),
  };
}

function needsView({ papers, declarations, printouts, ...needs }: CaseNeeds): NonNullable<CaseView['needs']> {
  return { ...needs, papers: papers.map((paper) => ({ ...paper })), declarations: [...declarations], printouts: [...printouts] };
}

function documentMessage({ type, number, issuer, issuedOn, expiresOn, source }: IdentityDocumentRow): NonNullable<CaseView['document']> {
  return { type, number, issuer, issuedOn, expiresOn, source };
}

function refusalOf({ refusalCode, refusalNote }: CaseRow): CaseView['refusal'] {
  return refusalCode === null ? null : { code: refusalCode, note: refusalNote };
}
