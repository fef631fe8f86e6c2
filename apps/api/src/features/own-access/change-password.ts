// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ChangePasswordRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Doer } from '../../platform/idempotency/act';
import { CheckCredentials } from '../../platform/passwords/check-credentials';
import { CredentialsRepository } from '../../platform/passwords/credentials.repository';
import { NewPasswords } from '../../platform/passwords/new-passwords';
import type { Refusal } from '../../platform/problems/refusal';
import { endSessionsOf } from '../../platform/sessions/end-sessions';
import { PendingSignInRepository } from '../../platform/sessions/pending-sign-in.repository';
import { type Own, tellOwn } from './own-change';

/** The old password is asked, by the throttle of all tries; with the new one all other sessions of the person end, and this one goes on. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CheckCredentials,
    private readonly newPasswords: NewPasswords,
  ) {}

  async run(own: Own, from: { readonly source: string; readonly browser: string | undefined }, { password, newPassword }: ChangePasswordRequest): Promise<Outcome<'changed', Refusal>> {
    const operatorId = own.caller.operator.id;
    const row = await this.unitOfWork.read((transaction) => transaction.repository(CredentialsRepository).operator(operatorId));
    if (!row) throw new Error('a session of nobody');
    const checked = await this.credentials.run({ username: row.username, password, ...from }, (transaction, operator) => {
      if (!operator) tellOwn(transaction, own, 'password.not-changed');
      return Promise.resolve(operator?.id === operatorId);
    });
    if (!checked.ok) return checked;
    if (!checked.value) return refuse({ kind: 'sign-in-failed' });
    const hashed = await this.newPasswords.hashOf(newPassword, row);
    if (!hashed.ok) return hashed;
    return this.unitOfWork.run(async (transaction): Promise<Outcome<'changed', Refusal>> => {
      const credentials = transaction.repository(CredentialsRepository);
      const present = await credentials.operator(operatorId);
      // Somebody else set another one while the slow hash ran: theirs stays.
      if (!present || present.passwordHash !== row.passwordHash || !(await credentials.changePassword(operatorId, row.passwordHash, hashed.value))) return refuse({ kind: 'sign-in-failed' });
      await transaction.repository(PendingSignInRepository).endOf(operatorId);
      const doer: Doer = { actor: { kind: 'operator', operatorId }, requestId: own.requestId };
      const sessionsEnded = await endSessionsOf(transaction, doer, operatorId, 'password-changed', { sessionId: own.caller.sessionId });
      tellOwn(transaction, own, 'password.changed', { sessionsEnded });
      return accept('changed');
    });
  }
}
