// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AddPasskeyRequest, PasskeyCreationOptions } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { CredentialsRepository } from '../../platform/passwords/credentials.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { PasskeyRepository } from '../../platform/second-factors/passkey.repository';
import { Passkeys } from '../../platform/second-factors/passkeys';
import { completeEnrolment, type Own, OwnChange, tellOwn } from './own-change';

const MOST_PASSKEYS = 10;

/** Several passkeys a person: one for each thing that they may lose. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly change: OwnChange,
    private readonly passkeys: Passkeys,
  ) {}

  options(own: Own): Promise<Outcome<PasskeyCreationOptions, Refusal>> {
    const { id, displayName } = own.caller.operator;
    return this.change.run(own, async (transaction): Promise<Outcome<PasskeyCreationOptions, Refusal>> => {
      if ((await transaction.repository(PasskeyRepository).ofOperator(id)).length >= MOST_PASSKEYS) return refuse({ kind: 'factor-limit', details: { most: MOST_PASSKEYS } });
      const row = await transaction.repository(CredentialsRepository).operator(id);
      return accept(await this.passkeys.creationOptions(transaction, own.caller.sessionId, { id, displayName, username: row?.username ?? '' }));
    });
  }

  add(own: Own, { name, registration }: AddPasskeyRequest): Promise<Outcome<'added', Refusal>> {
    const { sessionId, operator } = own.caller;
    return this.change.run(own, async (transaction): Promise<Outcome<'added', Refusal>> => {
      const made = await this.passkeys.made(transaction, sessionId, registration);
      const passkey = made && { ...made, id: transaction.newId(), operatorId: operator.id, name, createdAt: transaction.now };
      if (!passkey || !(await transaction.repository(PasskeyRepository).add(passkey))) return refuse({ kind: 'passkey-refused' });
      await completeEnrolment(transaction, own, 'password+passkey');
      tellOwn(transaction, own, 'passkey.added', { passkeyId: passkey.id, isSynced: passkey.isSynced });
      return accept('added');
    });
  }
}
