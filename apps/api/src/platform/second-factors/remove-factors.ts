// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SecondFactor } from '@sportello/contracts';
import type { Transaction } from '../database/transaction';
import { PasskeyRepository } from './passkey.repository';
import { SecondFactorRepository } from './second-factor.repository';

/** Takes all second factors from somebody, with what was offered and the recovery codes. Answers what they had. */
export async function removeFactors(transaction: Transaction, operatorId: string): Promise<readonly SecondFactor[]> {
  const factors = transaction.repository(SecondFactorRepository);
  await factors.hold(operatorId);
  const had = await factors.methodsOf(operatorId);
  await transaction.repository(PasskeyRepository).removeAll(operatorId);
  await factors.removeApp(operatorId);
  await factors.removeRecoveryCodes(operatorId);
  return had;
}
