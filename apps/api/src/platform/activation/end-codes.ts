// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CaseCause, type SheetLossReason, moveSheet } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { IntentRepository } from './intent.repository';
import { JobRepository } from './job.repository';
import { watchSpoiledSheets } from '../custody/watch-spoiled-sheets';
import { SheetRepository } from './sheet.repository';

/** What the log of sheets says when codes end for one of the case's causes and nothing closer is known. */
const LOSS_OF_CAUSE: Readonly<Record<CaseCause, SheetLossReason>> = {
  'approval-expired': 'case-ended',
  'sheet-spoiled': 'printer-trouble',
  'codes-died': 'codes-died',
  'envelope-voided': 'case-ended',
  'new-codes': 'codes-died',
  'proof-invalid': 'proof-invalid',
  'closed-by-supervisor': 'case-ended',
  'envelope-opened': 'envelope-opened',
  'envelope-illegible': 'sheet-illegible',
  'envelope-lost': 'envelope-lost',
};

/** The codes die: intent voided, blobs destroyed (but for the vault's of a faulty card), jobs called off, and the sheet, wherever it is, out of use. */
export async function endCodes(transaction: Transaction, doer: Doer, row: CaseRow, cause: CaseCause): Promise<void> {
  await transaction.repository(IntentRepository).voidLiving(row.id, cause, transaction.now);
  await transaction.repository(JobRepository).cancelAllOf(row.id, transaction.now);
  await spoilSheet(transaction, doer, row, LOSS_OF_CAUSE[cause]);
}

/** Puts the case's sheet out of use. A case without one (given back, or spoiled a moment ago with its own reason) has nothing to lose. */
export async function spoilSheet(transaction: Transaction, doer: Doer, { id, deskId }: Pick<CaseRow, 'id' | 'deskId'>, reason: SheetLossReason): Promise<void> {
  const sheets = transaction.repository(SheetRepository);
  const sheet = await sheets.ofCase(id);
  if (!sheet) return;
  const move = moveSheet(sheet.state, 'spoiled', reason);
  if (!move.ok) return;
  await sheets.change(sheet, { state: 'spoiled', reason }, transaction.now);
  await watchSpoiledSheets(transaction, doer, deskId);
}

/** The printer never saw the sheet: its number is the next one again, for codes that are still to be drawn. */
export async function giveSheetBack(transaction: Transaction, { id }: Pick<CaseRow, 'id'>): Promise<void> {
  const sheets = transaction.repository(SheetRepository);
  const sheet = await sheets.ofCase(id);
  if (sheet?.state === 'loaded') await sheets.change(sheet, { caseId: null }, transaction.now);
}
