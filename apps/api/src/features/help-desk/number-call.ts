// SPDX-License-Identifier: AGPL-3.0-or-later
import { localDateAt } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import type { CallRow } from '../../platform/database/rows/call-row';
import type { Transaction } from '../../platform/database/transaction';

/** The desk's next call of the year. */
export async function numberCall(transaction: Transaction, deskId: string): Promise<Pick<CallRow, 'year' | 'number'>> {
  const year = Number(localDateAt(transaction.now).slice(0, 4));
  return { year, number: await transaction.repository(CaseRepository).nextNumber('call-of-desk', deskId, year) };
}
