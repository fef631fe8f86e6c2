// SPDX-License-Identifier: AGPL-3.0-or-later
import { localDateAt } from '@sportello/domain';
import { CaseRepository, WHOLE_INSTALLATION } from '../activation/case.repository';
import type { CallRow } from '../database/rows/call-row';
import type { Transaction } from '../database/transaction';

/** The desk's next call of the year; null: of the public page's, which belong to no desk. */
export async function numberCall(transaction: Transaction, deskId: string | null): Promise<Pick<CallRow, 'year' | 'number'>> {
  const year = Number(localDateAt(transaction.now).slice(0, 4));
  return { year, number: await transaction.repository(CaseRepository).nextNumber('call-of-desk', deskId ?? WHOLE_INSTALLATION, year) };
}
