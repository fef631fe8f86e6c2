// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AskedChange, isRoleChangeOver, ROLE_CHANGE_DAYS } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { RoleChangeRepository } from './role-change.repository';
import { tellExpired, tellRoleChange } from './tell-role-change';

const DAY_MS = 86_400_000;

/** Puts what is asked for a person before the other administrators. */
export async function askRoleChange(transaction: Transaction, act: Act, operatorId: string, asked: AskedChange, reason: string): Promise<void> {
  const { now } = transaction;
  const id = transaction.newId();
  const expiresAt = new Date(now.getTime() + ROLE_CHANGE_DAYS * DAY_MS);
  await transaction.repository(RoleChangeRepository).ask({ id, operatorId, asked, reason, askedBy: act.caller.operator.id, askedAt: now, expiresAt });
  tellRoleChange(transaction, act, 'asked', operatorId, { changeId: id }, asked);
}

/** Whether a request waits; one whose time is over is settled on the way. */
export async function isRoleChangeWaiting(transaction: Transaction, act: Act, operatorId: string): Promise<boolean> {
  const changes = transaction.repository(RoleChangeRepository);
  const waiting = await changes.waitingOf(operatorId);
  if (!waiting || !isRoleChangeOver(waiting, transaction.now)) return waiting !== undefined;
  await changes.settle(waiting.id, 'expired', null, transaction.now);
  tellExpired(transaction, act, operatorId, waiting.id, waiting.asked.what);
  return false;
}
