// SPDX-License-Identifier: AGPL-3.0-or-later
import { isRoleChangeOver, ROLE_CHANGE_DAYS, type Role } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { RoleChangeRepository } from './role-change.repository';
import { tellPerson } from './tell-person';

const DAY_MS = 86_400_000;

export interface RolesToAsk {
  readonly operatorId: string;
  readonly rolesBefore: readonly Role[];
  readonly roles: readonly Role[];
  readonly reason: string;
}

/** Puts a request for roles before the other administrators. */
export async function askRoleChange(transaction: Transaction, act: Act, { operatorId, rolesBefore, roles, reason }: RolesToAsk): Promise<void> {
  const { now } = transaction;
  const id = transaction.newId();
  await transaction.repository(RoleChangeRepository).ask({
    id,
    operatorId,
    rolesBefore,
    roles: [...new Set(roles)],
    reason,
    askedBy: act.caller.operator.id,
    askedAt: now,
    expiresAt: new Date(now.getTime() + ROLE_CHANGE_DAYS * DAY_MS),
  });
  tellPerson(transaction, act, 'person.roles-asked', operatorId, { details: { changeId: id }, change: { before: { roles: rolesBefore }, after: { roles } } });
}

/** Whether a request waits; one whose time is over is settled on the way. */
export async function isRoleChangeWaiting(transaction: Transaction, act: Act, operatorId: string): Promise<boolean> {
  const changes = transaction.repository(RoleChangeRepository);
  const waiting = await changes.waitingOf(operatorId);
  if (!waiting || !isRoleChangeOver(waiting, transaction.now)) return waiting !== undefined;
  await changes.settle(waiting.id, 'expired', null, transaction.now);
  tellPerson(transaction, act, 'person.roles-expired', operatorId, { details: { changeId: waiting.id } });
  return false;
}
