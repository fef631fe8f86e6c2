// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PasskeyAssertion, PasskeyRequestOptions, ProveRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CheckCredentials } from '../../platform/passwords/check-credentials';
import { CredentialsRepository } from '../../platform/passwords/credentials.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { PasskeyRepository } from '../../platform/second-factors/passkey.repository';
import { Passkeys } from '../../platform/second-factors/passkeys';
import { isSessionLocked } from '../../platform/sessions/idle-lock';
import { SessionRepository } from '../../platform/sessions/session.repository';
import type { AtTheDoor } from './at-the-door';

/**
 * Within the shift the person of a session proves anew who they are: that unlocks it, and lets them change by what they sign in. A passkey, or the password alone:
 * the browser's cookie stands for the second factor, which was asked when the session began.
 */
@Injectable()
export class ProveAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CheckCredentials,
    private readonly passkeys: Passkeys,
    private readonly settings: Settings,
  ) {}

  options({ sessionId, operator }: SignedInOperator): Promise<PasskeyRequestOptions> {
    return this.unitOfWork.run(async (transaction) => {
      const known = await transaction.repository(PasskeyRepository).ofOperator(operator.id);
      return this.passkeys.requestOptions(transaction, { purpose: 'unlock', sessionId }, known);
    });
  }

  async run(caller: SignedInOperator, door: AtTheDoor, request: ProveRequest): Promise<Outcome<'proved', Refusal>> {
    return 'password' in request ? this.byPassword(caller, door, request.password) : this.byPasskey(caller, door, request.assertion);
  }

  private async byPassword(caller: SignedInOperator, door: AtTheDoor, password: string): Promise<Outcome<'proved', Refusal>> {
    const row = await this.unitOfWork.read((transaction) => transaction.repository(CredentialsRepository).operator(caller.operator.id));
    if (!row) throw new Error('a session of nobody');
    const { source, browser } = door;
    const checked = await this.credentials.run({ username: row.username, password, source, browser }, (transaction, operator) =>
      this.conclude(transaction, caller, door, operator?.id === caller.operator.id ? 'password' : undefined),
    );
    if (!checked.ok) return checked;
    return checked.value ? accept('proved') : refuse({ kind: 'sign-in-failed' });
  }

  private byPasskey(caller: SignedInOperator, door: AtTheDoor, assertion: PasskeyAssertion): Promise<Outcome<'proved', Refusal>> {
    return this.unitOfWork.run(async (transaction): Promise<Outcome<'proved', Refusal>> => {
      const signer = await this.passkeys.signer(transaction, { purpose: 'unlock', sessionId: caller.sessionId }, assertion);
      const isProved = await this.conclude(transaction, caller, door, signer?.operatorId === caller.operator.id ? 'passkey' : undefined);
      return isProved ? accept('proved') : refuse({ kind: 'passkey-refused' });
    });
  }

  private async conclude(transaction: Transaction, caller: SignedInOperator, { requestId }: AtTheDoor, means: 'password' | 'passkey' | undefined): Promise<boolean> {
    const { sessionId, desk } = caller;
    const told = { actor: actorOf(caller), requestId, deskId: desk.id };
    if (means === undefined) {
      transaction.audit({ act: 'session.unlock-refused', ...told, details: { sessionId } });
      return false;
    }
    await transaction.repository(SessionRepository).prove(sessionId, transaction.now);
    const wasLocked = isSessionLocked(caller, this.settings.idleLockMinutes, transaction.now);
    transaction.audit({ act: 'session.unlocked', ...told, details: { sessionId, means, wasLocked } });
    return true;
  }
}
