// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OuterCode } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { IntentRow } from '../database/rows/intent-row';
import type { Transaction } from '../database/transaction';
import { CaseRepository } from './case.repository';
import { IntentRepository } from './intent.repository';
import type { OuterCodes } from './outer-codes';

/** The codes that lie in an envelope, and the case that they were drawn for. */
export interface PrintedPaper {
  readonly intent: IntentRow;
  readonly ofCase: CaseRow;
}

/**
 * Whose envelope is in the operator's hand, at whatever desk it was printed and whether its codes still live: the characters after the number belong to one print only. Nothing
 * when nobody printed it, or a character was misread. Should two desks' papers ever be alike to the last character, it is the awaiting case's.
 */
export async function whosePaper(transaction: Transaction, outerCodes: OuterCodes, outerCode: OuterCode, awaitingCase: string): Promise<PrintedPaper | undefined> {
  const candidates = await transaction.repository(IntentRepository).onSheetsNumbered(outerCode.controlNumber);
  const alike = candidates.filter((candidate) => outerCodes.isOf(candidate, outerCode));
  const intent = alike.find(({ caseId }) => caseId === awaitingCase) ?? alike[0];
  if (!intent) return undefined;
  const ofCase = await transaction.repository(CaseRepository).byId(intent.caseId);
  if (!ofCase) throw new Error('codes without their case');
  return { intent, ofCase };
}
