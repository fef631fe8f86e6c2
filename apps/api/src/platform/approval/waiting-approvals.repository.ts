// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Decree } from '@sportello/contracts';
import type { ApplicationWarning, CaseKind, CasePurpose } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { CASE_WORK } from '../activation/case-work.repository';

export interface WaitingApproval {
  readonly caseId: string;
  readonly revision: number;
  readonly number: number;
  readonly deskName: string;
  readonly kind: CaseKind;
  readonly purpose: CasePurpose;
  readonly initials: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly isDeferred: boolean;
  readonly canDecide: boolean;
  /** What the supervisor holds the act against. */
  readonly decree: Decree | null;
  readonly warnings: ApplicationWarning[];
}

export class WaitingApprovalsRepository {
  constructor(private readonly rows: EntityManager) {}

  /** In one round trip, with whether the operator who looks may decide each. */
  async of(bodyId: string, operatorId: string, now: Date): Promise<readonly WaitingApproval[]> {
    return this.rows.query<WaitingApproval[]>(
      `select c.id as "caseId", c.revision, c.number, d.place || ' · ' || d.name as "deskName", c.kind, c.purpose, c.initials, o.display_name as "askedBy",
         a.asked_at as "askedAt", a.expires_at as "expiresAt", a.deferred_at is not null as "isDeferred",
         a.asked_by <> $2 and not exists (select from audit_row w where w.case_id = c.id and w.operator_id = $2 and w.act = any($4::text[])) as "canDecide",
         p.decree, coalesce(p.warnings, '{}') as warnings
       from case_approval a join activation_case c on c.id = a.case_id join desk d on d.id = c.desk_id join operator o on o.id = a.asked_by
         left join case_application p on p.case_id = c.id
       where a.state = 'waiting' and d.body_id = $1 and a.expires_at > $3
       order by a.deferred_at is not null, a.asked_at, a.id`,
      [bodyId, operatorId, now, CASE_WORK],
    );
  }
}
