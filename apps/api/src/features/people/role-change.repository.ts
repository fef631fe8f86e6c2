// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AskedRoles, Role, RoleChangeState } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface WaitingRoleChange extends AskedRoles {
  readonly id: string;
  readonly rolesBefore: readonly Role[];
  readonly roles: readonly Role[];
  readonly reason: string;
  readonly askedByName: string;
  readonly askedAt: Date;
}

export type NewRoleChange = Pick<WaitingRoleChange, 'id' | 'operatorId' | 'rolesBefore' | 'roles' | 'reason' | 'askedBy' | 'askedAt' | 'expiresAt'>;

export class RoleChangeRepository {
  constructor(private readonly rows: EntityManager) {}

  /** What was asked for and not settled, though its time may be over. */
  async waitingOf(operatorId: string): Promise<WaitingRoleChange | undefined> {
    const [found] = await this.rows.query<WaitingRoleChange[]>(
      `select r.id, r.operator_id as "operatorId", r.state, r.roles_before as "rolesBefore", r.roles, r.reason, r.asked_by as "askedBy", a.display_name as "askedByName",
         r.asked_at as "askedAt", r.expires_at as "expiresAt"
       from role_change r join operator a on a.id = r.asked_by where r.operator_id = $1 and r.state = 'asked'`,
      [operatorId],
    );
    return found;
  }

  async ask({ id, operatorId, rolesBefore, roles, reason, askedBy, askedAt, expiresAt }: NewRoleChange): Promise<void> {
    await this.rows.query(
      `insert into role_change (id, operator_id, state, roles_before, roles, reason, asked_by, asked_at, expires_at) values ($1, $2, 'asked', $3, $4, $5, $6, $7, $8)`,
      [id, operatorId, rolesBefore, roles, reason, askedBy, askedAt, expiresAt],
    );
  }

  async settle(id: string, state: Exclude<RoleChangeState, 'asked'>, decidedBy: string | null, now: Date): Promise<void> {
    await this.rows.query('update role_change set state = $2, decided_by = $3, decided_at = $4 where id = $1', [id, state, decidedBy, now]);
  }

  /** Whoever left neither gets roles nor gives them: what concerns them, and what they asked for others. */
  async withdrawOf(operatorId: string, decidedBy: string, now: Date): Promise<void> {
    await this.rows.query(`update role_change set state = 'withdrawn', decided_by = $2, decided_at = $3 where state = 'asked' and (operator_id = $1 or asked_by = $1)`, [operatorId, decidedBy, now]);
  }
}
