// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AskedChange, AskedRoles, RoleChangeState } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface WaitingRoleChange extends AskedRoles {
  readonly id: string;
  readonly asked: AskedChange;
  readonly reason: string;
  readonly askedByName: string;
  readonly askedAt: Date;
}

export type NewRoleChange = Pick<WaitingRoleChange, 'id' | 'operatorId' | 'asked' | 'reason' | 'askedBy' | 'askedAt' | 'expiresAt'>;

/** A codice fiscale stands in a request no longer than that waits. */
const WITHOUT_CODES = 'codice_fiscale_before = null, codice_fiscale = null';

export class RoleChangeRepository {
  constructor(private readonly rows: EntityManager) {}

  /** What was asked for and not settled, though its time may be over. */
  async waitingOf(operatorId: string): Promise<WaitingRoleChange | undefined> {
    const [found] = await this.rows.query<WaitingRoleChange[]>(
      `select r.id, r.operator_id as "operatorId", r.state, r.reason, r.asked_by as "askedBy", a.display_name as "askedByName", r.asked_at as "askedAt", r.expires_at as "expiresAt",
         case r.what when 'roles' then json_build_object('what', r.what, 'before', r.roles_before, 'after', r.roles)
           else json_build_object('what', r.what, 'before', r.codice_fiscale_before, 'after', r.codice_fiscale) end as asked
       from role_change r join operator a on a.id = r.asked_by where r.operator_id = $1 and r.state = 'asked'`,
      [operatorId],
    );
    return found;
  }

  async ask({ id, operatorId, asked, reason, askedBy, askedAt, expiresAt }: NewRoleChange): Promise<void> {
    const [before, after] = asked.what === 'roles' ? ['roles_before', 'roles'] : ['codice_fiscale_before', 'codice_fiscale'];
    await this.rows.query(
      `insert into role_change (id, operator_id, state, what, ${before}, ${after}, reason, asked_by, asked_at, expires_at) values ($1, $2, 'asked', $3, $4, $5, $6, $7, $8, $9)`,
      [id, operatorId, asked.what, asked.before, asked.after, reason, askedBy, askedAt, expiresAt],
    );
  }

  async settle(id: string, state: Exclude<RoleChangeState, 'asked'>, decidedBy: string | null, now: Date): Promise<void> {
    await this.rows.query(`update role_change set state = $2, decided_by = $3, decided_at = $4, ${WITHOUT_CODES} where id = $1`, [id, state, decidedBy, now]);
  }

  /** Whoever left is given nothing and gives nothing: what concerns them, and what they asked for others. */
  async withdrawOf(operatorId: string, decidedBy: string, now: Date): Promise<void> {
    await this.rows.query(
      `update role_change set state = 'withdrawn', decided_by = $2, decided_at = $3, ${WITHOUT_CODES} where state = 'asked' and (operator_id = $1 or asked_by = $1)`,
      [operatorId, decidedBy, now],
    );
  }
}
