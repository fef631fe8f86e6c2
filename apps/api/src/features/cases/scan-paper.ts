// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ScanRequest } from '@sportello/contracts';
import { type OuterCode, type Outcome, type RecognisedScan, assertNever, moveCase, recogniseScan, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { advanceCase } from '../../platform/activation/advance-case';
import { BeginWriting } from '../../platform/activation/begin-writing';
import { IntentRepository } from '../../platform/activation/intent.repository';
import { OuterCodes } from '../../platform/activation/outer-codes';
import { moveCaseSheet } from '../../platform/activation/move-case-sheet';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { IntentRow } from '../../platform/database/rows/intent-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { tutorOfDelivery } from '../../platform/training/training-standing';
import type { CaseUseCase } from './case-acts';
import { filePaper } from './file-paper';
import { foreignPaper } from './foreign-paper';

/** A hand that scans an envelope to deliver it has first seen that the write has ended; what comes sooner is the go-ahead's own echo. */
const GO_AHEAD_ECHO_MS = 1_000;

/**
 * What the scanner read of a case's paper. The envelope, scanned after printing, proves that it is in the operator's hand and gives the go-ahead to write; scanned
 * after the writing, it or its form is the delivery. A signed declaration or delegation is filed, at whatever step it comes back.
 */
@Injectable()
export class ScanPaper implements CaseUseCase<ScanRequest> {
  constructor(
    private readonly outerCodes: OuterCodes,
    private readonly beginWriting: BeginWriting,
    private readonly settings: Settings,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, { text }: ScanRequest): Promise<Outcome<CaseRow, Refusal>> {
    const scan = recogniseScan(text);
    const intent = await transaction.repository(IntentRepository).living(row.id);
    const foreign = await foreignPaper(transaction, act, { outerCodes: this.outerCodes, row, scan, intent });
    if (foreign) return refuse(foreign);
    // Only the form is receipt, too: a declaration or a delegation hands over nothing.
    if (scan.kind === 'form' && scan.formNumber.paper !== 'form') return filePaper(transaction, act, row, scan.formNumber.paper);
    switch (row.state) {
      case 'printing':
        return scan.kind === 'outer-code' && intent ? this.sheetInHand(transaction, act, row, intent) : refuse({ kind: 'scan-too-early' });
      case 'printed':
        return scan.kind === 'outer-code' ? this.beginWriting.run(transaction, act, row, act.caller.at) : refuse({ kind: 'scan-too-early' });
      case 'written':
        if (scan.kind === 'outer-code' && isGoAheadAgain(intent, transaction.now)) return refuse(again(row, scan.outerCode));
        return this.delivered(transaction, act, row, scan.kind);
      case 'undelivered':
        return this.delivered(transaction, act, row, scan.kind);
      case 'recognised':
      case 'identified':
      case 'awaiting-approval':
      case 'authorised':
        return refuse({ kind: 'scan-too-early', details: { state: row.state } });
      case 'writing':
      case 'interrupted':
        return refuse(scan.kind === 'outer-code' ? again(row, scan.outerCode) : { kind: 'scan-too-early', details: { state: row.state } });
      case 'delivered':
        if (scan.kind === 'outer-code') return refuse({ kind: 'sheet-already-delivered', details: { scanned: scan.outerCode.controlNumber, expected: null } });
        return cannotBeDelivered(row);
      case 'refused':
      case 'abandoned':
      case 'faulty':
      case 'lost':
        return cannotBeDelivered(row);
      default:
        return assertNever(row.state);
    }
  }

  /** printing → printed, and on to writing when the card is there; else the case waits, and goes on by itself when the card is back. */
  private async sheetInHand(transaction: Transaction, act: Act, row: CaseRow, intent: IntentRow): Promise<Outcome<CaseRow, Refusal>> {
    const printed = await advanceCase(transaction, act, row, { to: 'printed', act: 'case.sheet-scanned', details: { controlNumber: intent.controlNumber } });
    if (!printed.ok) return printed;
    await moveCaseSheet(transaction, row, ['printed', 'held']);
    await transaction.repository(IntentRepository).reach(intent, 'sheetScannedAt', transaction.now);
    const writing = await this.beginWriting.run(transaction, act, printed.value, act.caller.at);
    return writing.ok ? writing : printed;
  }

  private async delivered(transaction: Transaction, act: Act, row: CaseRow, by: RecognisedScan['kind']): Promise<Outcome<CaseRow, Refusal>> {
    const tutor = await tutorOfDelivery(transaction, act.caller, row, this.settings.traineesDeliver);
    if (!tutor.ok) return tutor;
    const details = { by, ...(tutor.value !== null && { tutorId: tutor.value }) };
    const delivered = await advanceCase(transaction, act, row, { to: 'delivered', act: 'case.delivered', details });
    if (!delivered.ok) return delivered;
    await moveCaseSheet(transaction, row, ['delivered']);
    await transaction.repository(IntentRepository).settle(row, transaction.now);
    return by === 'form' ? filePaper(transaction, act, delivered.value, 'form') : delivered;
  }
}

/** The envelope was read, and that was enough. */
function again({ state }: CaseRow, { controlNumber }: OuterCode): Refusal {
  return { kind: 'sheet-already-scanned', details: { state, scanned: controlNumber } };
}

function cannotBeDelivered({ state }: CaseRow): Outcome<CaseRow, Refusal> {
  const move = moveCase(state, 'delivered');
  return move.ok ? refuse({ kind: 'scan-too-early' }) : move;
}

/** The go-ahead, scanned twice, whose write ended in between. */
function isGoAheadAgain(intent: IntentRow | undefined, now: Date): boolean {
  const writtenAt = intent?.outcomeRecordedAt;
  return writtenAt instanceof Date && now.getTime() - writtenAt.getTime() < GO_AHEAD_ECHO_MS;
}
