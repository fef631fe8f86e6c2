// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ControlNumber, type NextNumberFinding, judgeNextNumber } from '@sportello/domain';
import { SheetRepository } from '../activation/sheet.repository';
import type { CaseRow } from '../database/rows/case-row';
import type { SheetRow } from '../database/rows/sheet-row';
import type { Transaction } from '../database/transaction';
import type { Act, Doer } from '../idempotency/act';
import { openMatter } from './open-matter';

export interface NumberNoted {
  readonly deskId: string;
  readonly stationId: string;
  readonly expected: ControlNumber | undefined;
  readonly read: ControlNumber;
  readonly isSpent: boolean;
  readonly isAwaited: boolean;
}

/** Holds a number that somebody read on the paper against the printer's next one. Any other stops the printer until it is explained. */
export async function noteNumber(transaction: Transaction, doer: Doer, { deskId, stationId, expected, read, isSpent, isAwaited }: NumberNoted): Promise<NextNumberFinding> {
  const inBooks = await transaction.repository(SheetRepository).inBooks(deskId, stationId, { read, expected });
  const finding = judgeNextNumber({ expected, read, inBooks, isSpent, isAwaited });
  if (finding.kind === 'as-expected') return finding;
  const ranges = finding.kind === 'number-skipped' ? finding.skipped : [];
  await openMatter(transaction, doer, { kind: finding.kind, deskId, stationId, ranges, numberRead: read, ...(expected !== undefined && { expected }) });
  return finding;
}

/**
 * A scan, while the case waits for its own sheet, of a paper that is no open case's. A sheet that this case spoiled before says nothing of the printer, nor does
 * paper that this desk never had.
 */
export async function noteScannedNumber(transaction: Transaction, act: Act, { row, sheet, read }: { readonly row: CaseRow; readonly sheet: SheetRow; readonly read: ControlNumber }): Promise<void> {
  if (sheet.stationId === null || (await transaction.repository(SheetRepository).wasOfCase(row.id, read))) return;
  const isKnown = (await transaction.repository(SheetRepository).inBooks(row.deskId, sheet.stationId, { read, expected: sheet.controlNumber })) !== undefined;
  if (!isKnown) return;
  await noteNumber(transaction, act, { deskId: row.deskId, stationId: sheet.stationId, expected: sheet.controlNumber as ControlNumber, read, isSpent: true, isAwaited: true });
}
