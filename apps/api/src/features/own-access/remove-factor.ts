// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { PasskeyRepository } from '../../platform/second-factors/passkey.repository';
import { SecondFactorRepository } from '../../platform/second-factors/second-factor.repository';
import { type Own, OwnChange, tellOwn } from './own-change';

/** Which of one's factors goes. */
export type FactorToRemove = { readonly kind: 'passkey'; readonly id: string } | { readonly kind: 'authenticator-app' };

/** Where a second factor is required the last one stays; where it is not, the codes that stand in for it go with it. */
@Injectable()
export class RemoveFactor {
  constructor(
    private readonly change: OwnChange,
    private readonly settings: Settings,
  ) {}

  run(own: Own, factor: FactorToRemove): Promise<Outcome<'removed', Refusal>> {
    const operatorId = own.caller.operator.id;
    return this.change.run(own, async (transaction): Promise<Outcome<'removed', Refusal>> => {
      const factors = transaction.repository(SecondFactorRepository);
      const left = (await countOf(transaction, operatorId)) - 1;
      if (left === 0 && this.settings.secondFactor === 'required') return refuse({ kind: 'last-factor' });
      const isRemoved = factor.kind === 'passkey' ? await transaction.repository(PasskeyRepository).remove(operatorId, factor.id) : await factors.removeApp(operatorId);
      if (!isRemoved) return refuse({ kind: 'not-found' });
      if (left === 0) await factors.removeRecoveryCodes(operatorId);
      if (factor.kind === 'passkey') tellOwn(transaction, own, 'passkey.removed', { passkeyId: factor.id });
      else tellOwn(transaction, own, 'authenticator-app.removed');
      return accept('removed');
    });
  }
}

async function countOf(transaction: Transaction, operatorId: string): Promise<number> {
  const passkeys = await transaction.repository(PasskeyRepository).listed(operatorId);
  const since = await transaction.repository(SecondFactorRepository).appSince(operatorId);
  return passkeys.length + (since ? 1 : 0);
}
