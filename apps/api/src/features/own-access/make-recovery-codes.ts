// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RecoveryCodesView } from '@sportello/contracts';
import { type Outcome, accept } from '@sportello/domain';
import { Keys } from '../../platform/keys/keys';
import { Randomness } from '../../platform/ports/randomness';
import type { Refusal } from '../../platform/problems/refusal';
import { newRecoveryCode, RECOVERY_CODES, recoveryCodeMac } from '../../platform/second-factors/recovery-codes';
import { SecondFactorRepository } from '../../platform/second-factors/second-factor.repository';
import { type Own, OwnChange, tellOwn } from './own-change';

/** Ten codes for the day when everything else is lost. They are in this one answer, and nowhere else; those of before are good for nothing. */
@Injectable()
export class MakeRecoveryCodes {
  constructor(
    private readonly change: OwnChange,
    private readonly keys: Keys,
    private readonly randomness: Randomness,
  ) {}

  run(own: Own): Promise<Outcome<RecoveryCodesView, Refusal>> {
    const operatorId = own.caller.operator.id;
    return this.change.run(own, async (transaction): Promise<Outcome<RecoveryCodesView, Refusal>> => {
      const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(this.randomness));
      const rows = codes.map((code) => ({ id: transaction.newId(), codeMac: recoveryCodeMac(this.keys.lookup, operatorId, code) }));
      await transaction.repository(SecondFactorRepository).remakeRecoveryCodes(operatorId, rows, transaction.now);
      tellOwn(transaction, own, 'recovery-codes.made', { codes: codes.length });
      return accept({ codes });
    });
  }
}
