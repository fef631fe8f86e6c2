// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, isAllowed, refuse } from '@sportello/domain';
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { CheckCredentials, type GivenCredentials } from '../../platform/passwords/check-credentials';
import type { Refusal } from '../../platform/problems/refusal';
import { TraineeRepository } from './trainee.repository';

const PERMISSION = 'training.record';

/** The other person who signs when drills are missing: of the same body, one who may record drills, neither the trainee nor whoever enables. */
@Injectable()
export class CheckSecondPerson {
  constructor(private readonly credentials: CheckCredentials) {}

  async run(act: Act, traineeId: string, given: GivenCredentials): Promise<Outcome<OperatorRow, Refusal>> {
    const checked = await this.credentials.run(given, async (transaction, found) => {
      const judged = found ? await judge(transaction, act, traineeId, found) : refuse<Refusal>({ kind: 'sign-in-failed' });
      if (!judged.ok) {
        const details = { operatorId: traineeId, because: judged.refusal.kind };
        transaction.audit({ act: 'training.enabling-not-signed', actor: act.actor, requestId: act.requestId, deskId: act.caller.desk.id, subject: { kind: 'operator', id: traineeId }, details });
      }
      return judged;
    });
    return checked.ok ? checked.value : checked;
  }
}

async function judge(transaction: Transaction, { caller }: Act, traineeId: string, found: OperatorRow): Promise<Outcome<OperatorRow, Refusal>> {
  if (found.id === caller.operator.id || found.id === traineeId) return refuse({ kind: 'second-person-needed', who: 'supervisor' });
  const isOfBody = (await transaction.repository(TraineeRepository).bodyOf(found)) === caller.desk.bodyId;
  return isOfBody && isAllowed(found.roles, PERMISSION) ? accept(found) : refuse({ kind: 'forbidden', details: { permission: PERMISSION } });
}
