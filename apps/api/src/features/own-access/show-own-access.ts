// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OwnAccessView } from '@sportello/contracts';
import { Settings } from '../../config/settings';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PasskeyRepository } from '../../platform/second-factors/passkey.repository';
import { SecondFactorRepository } from '../../platform/second-factors/second-factor.repository';
import type { Own } from './own-change';

/** By what this person may sign in. */
@Injectable()
export class ShowOwnAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  run({ caller }: Pick<Own, 'caller'>): Promise<OwnAccessView> {
    const { id } = caller.operator;
    return this.unitOfWork.read(async (transaction) => {
      const factors = transaction.repository(SecondFactorRepository);
      const [passkeys, since, codes] = [await transaction.repository(PasskeyRepository).listed(id), await factors.appSince(id), await factors.recoveryCodes(id)];
      return {
        isFactorRequired: this.settings.secondFactor === 'required',
        passkeys: passkeys.map(({ createdAt, lastUsedAt, ...rest }) => ({ ...rest, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null })),
        authenticatorApp: since ? { since: since.toISOString() } : null,
        recoveryCodes: codes ? { left: codes.left, madeAt: codes.madeAt.toISOString() } : null,
      };
    });
  }
}
