// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ControlNumber, type OuterCode, type RecognisedScan, assertNever, formNumberOf, isFinalCase, outerCodeOf } from '@sportello/domain';
import type { OuterCodes } from '../../platform/activation/outer-codes';
import { SheetRepository } from '../../platform/activation/sheet.repository';
import { type PrintedPaper, whosePaper } from '../../platform/activation/whose-paper';
import { noteScannedNumber } from '../../platform/custody/note-number';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { IntentRow } from '../../platform/database/rows/intent-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';

interface Waiting {
  readonly outerCodes: OuterCodes;
  readonly row: CaseRow;
  /** The living one of the case. */
  readonly intent: IntentRow | undefined;
}

/** Why a paper is not the one that this case could wait for; nothing when it is its own, and its codes live. */
export async function foreignPaper(transaction: Transaction, act: Act, { scan, ...waiting }: Waiting & { readonly scan: RecognisedScan }): Promise<Refusal | undefined> {
  const { row } = waiting;
  switch (scan.kind) {
    case 'outer-code':
      return foreignEnvelope(transaction, act, waiting, scan.outerCode);
    case 'form': {
      const { value: scanned, paper } = scan.formNumber;
      const expected = formNumberOf(row.number, row.year, paper).value;
      return scanned === expected ? undefined : { kind: 'form-of-another-case', details: { scanned, expected } };
    }
    case 'codice-fiscale':
    case 'mrz':
    case 'stp-eni':
    case 'unknown':
      return { kind: 'scan-not-understood', details: { because: scan.kind } };
    default:
      return assertNever(scan);
  }
}

async function foreignEnvelope(transaction: Transaction, act: Act, { outerCodes, row, intent }: Waiting, outerCode: OuterCode): Promise<Refusal | undefined> {
  const sheets = transaction.repository(SheetRepository);
  const awaited = await sheets.ofCase(row.id);
  const details = { scanned: outerCode.controlNumber, expected: awaited?.controlNumber ?? null };
  const paper = await whosePaper(transaction, outerCodes, outerCode, row.id);
  if (paper) return foreignPrint(paper, row, details);
  if (!awaited) return { kind: 'scan-too-early', details: { state: row.state } };
  if (details.scanned !== details.expected) {
    const isOfAnother = await sheets.isOfOpenCase(row.deskId, outerCode.controlNumber);
    const isMistyped = intent !== undefined && outerCodes.isOf(intent, outerCodeOf(awaited.controlNumber as ControlNumber, outerCode.suffix));
    if (row.state === 'printing' && !isOfAnother && !isMistyped) await noteScannedNumber(transaction, act, { row, sheet: awaited, read: outerCode.controlNumber });
    return { kind: isOfAnother ? 'sheet-of-another-case' : 'wrong-sheet', details };
  }
  // The number is on every sheet; only the paper that was printed has the six characters after it. Before the codes are drawn there is none.
  return intent !== undefined ? { kind: 'scan-not-understood', details: { because: 'outer-code' } } : { kind: 'scan-too-early', details: { state: row.state } };
}

/** Of an envelope that was printed, all is known: at which desk, for which case, and whether its codes still open anything. */
function foreignPrint({ intent, ofCase }: PrintedPaper, row: CaseRow, details: { readonly scanned: string; readonly expected: string | null }): Refusal | undefined {
  if (ofCase.deskId !== row.deskId) return { kind: 'sheet-of-another-desk', details };
  if (intent.voidedAt !== null) return { kind: 'sheet-spoiled', details };
  if (ofCase.id === row.id) return undefined;
  return isFinalCase(ofCase.state) ? { kind: 'sheet-already-delivered', details } : { kind: 'sheet-of-another-case', details };
}
