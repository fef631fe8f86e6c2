// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type AuditedAct, type Outcome, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { type AuditEntry, actorOf } from '../../platform/audit/audit-entry';
import type { SignInMeans } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Refusal } from '../../platform/problems/refusal';
import { SecondFactorRepository } from '../../platform/second-factors/second-factor.repository';
import { isFreshlyProved } from '../../platform/sessions/idle-lock';
import { SessionRepository } from '../../platform/sessions/session.repository';

/** Who changes by what they sign in. */
export interface Own {
  readonly caller: SignedInOperator;
  readonly requestId: string;
}

/** A change of what somebody proves themselves with: one after the other, and only by whoever has just proved who they are. */
@Injectable()
export class OwnChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run<Value>({ caller }: Own, change: (transaction: Transaction) => Promise<Outcome<Value, Refusal>>): Promise<Outcome<Value, Refusal>> {
    return this.unitOfWork.run(async (transaction): Promise<Outcome<Value, Refusal>> => {
      if (!isFreshlyProved(caller, transaction.now)) return refuse({ kind: 'proof-needed' });
      await transaction.repository(SecondFactorRepository).hold(caller.operator.id);
      return change(transaction);
    });
  }
}

export function tellOwn(transaction: Transaction, { caller, requestId }: Own, act: AuditedAct, details: AuditEntry['details'] = {}): void {
  transaction.audit({ act, actor: actorOf(caller), requestId, deskId: caller.desk.id, details });
}

/** The first factor of a session that waited for one opens the desk to it. */
export async function completeEnrolment(transaction: Transaction, { caller }: Own, means: SignInMeans): Promise<void> {
  if (caller.mayOnlyEnrol) await transaction.repository(SessionRepository).enrolled(caller.sessionId, means);
}
