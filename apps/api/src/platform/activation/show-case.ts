// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { type BodyOptions, formNumberOf } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import { approvalStanding, approvalView } from '../approval/approval-view';
import { CaseApprovalRepository } from '../approval/case-approval.repository';
import { reachOf } from '../access/reach';
import type { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import { CorrectionRepository } from './correction.repository';
import { correctionViews } from './corrections';
import { recordActs } from './record-acts';
import { caseObstacle } from './case-obstacle';
import { cardView } from './card-view';
import { showApplication } from './application-view';
import { CaseViewRepository } from './case-view.repository';
import { offeredActs } from './offered-acts';
import { phasesOf } from './phases';
import { holderOf } from './situation';
import { SituationRepository } from './situation.repository';
import { changeStanding, changeableCase, stationChangeView } from './station-change';
import { StationChangeRepository } from './station-change.repository';
import type { Vault } from '../vault/vault';

/** What a case is shown against besides its own rows. */
export interface CaseSurroundings {
  readonly vault: Pick<Vault, 'isThere'>;
  readonly options: BodyOptions;
}

/** The case as the caller may see it: holder and card only while that card is in a reader of the caller's own station, or desk. Nothing when the case is beyond their reach; at another desk nobody acts on it. */
export async function showCase(transaction: Transaction, caller: SignedInOperator, caseId: string, { vault, options }: CaseSurroundings): Promise<CaseView | undefined> {
  const { now } = transaction;
  const found = await transaction.repository(CaseViewRepository).at(reachOf(caller), caseId, now);
  if (!found) return undefined;
  const { row, intent, sheet, spoiledSheet, document, stay, cardState, inCharge, handOver } = found;
  const isOwnDesk = row.deskId === caller.desk.id;
  const situation = await transaction.repository(SituationRepository).of({ deskId: row.deskId, at: caller.at }, row.idCarta, now);
  const obstacle = caseObstacle(row, intent, situation);
  const asked = await transaction.repository(StationChangeRepository).asked(row.id, now);
  const corrections = await transaction.repository(CorrectionRepository).of(row.id);
  const standing = vault.isThere ? changeStanding(changeableCase(row, intent, situation), asked, caller.operator.id) : 'impossible';
  const approval = await transaction.repository(CaseApprovalRepository).shownOf(row.id);
  const { standing: application, ...applied } = await showApplication(transaction, caller, found, options);
  return {
    id: row.id,
    number: row.number,
    formNumber: formNumberOf(row.number, row.year).value,
    receiptNumber: row.receiptNumber,
    isOwnDesk,
    kind: row.kind,
    purpose: row.purpose,
    duplicateReason: row.duplicateReason,
    mode: row.mode,
    state: row.state,
    revision: row.revision,
    openedAt: row.openedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    initials: row.initials,
    isCardInReader: stay !== undefined,
    card: stay?.facts ? cardView(stay.facts, cardState, now) : null,
    document: stay && document ? documentMessage(document) : null,
    ...applied,
    approval: approval ? approvalView(approval, caller.operator.id, now) : null,
    envelope: { language: row.envelopeLanguage, layout: row.envelopeLayout },
    sheet: sheet ? { controlNumber: sheet.controlNumber, state: sheet.state } : null,
    spoiledSheet: row.state === 'authorised' ? spoiledSheet : null,
    phases: phasesOf(intent),
    obstacle: obstacle ? { code: obstacle.kind, ...(obstacle.details && { details: { ...obstacle.details } }) } : null,
    stationChange: asked && standing !== 'impossible' && standing !== 'possible' ? stationChangeView(asked, caller.operator.id) : null,
    refusal: refusalOf(row),
    corrections: correctionViews(document, corrections, stay !== undefined),
    inCharge,
    handOver: handOver && { ...handOver, at: new Date(handOver.at).toISOString() },
    recordActs: recordActs(caller, row, document !== undefined, now),
    acts: offeredActs(row.state, isOwnDesk ? caller.permissions : [], {
      isCardInReader: stay !== undefined,
      canCodesBeOpened: !intent?.stationBlob || holderOf(intent.stationBlob, situation) !== undefined,
      stationChange: standing,
      application: { ...application, ...(await approvalStanding(transaction, caller, approval)) },
    }),
  };
}

function documentMessage({ type, number, issuer, issuedOn, expiresOn, source }: IdentityDocumentRow): NonNullable<CaseView['document']> {
  return { type, number, issuer, issuedOn, expiresOn, source };
}

function refusalOf({ refusalCode, refusalNote }: CaseRow): CaseView['refusal'] {
  return refusalCode === null ? null : { code: refusalCode, note: refusalNote };
}
