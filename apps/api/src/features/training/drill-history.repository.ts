// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WorkedCase } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

type OperatorsCase = WorkedCase & { readonly operatorId: string };

export class DrillHistoryRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The cases that each operator opened and handed over, and how they went. What jammed, and what was pulled out, is what the station reported: the log has it, and nothing else is kept. */
  async of(operatorIds: readonly string[]): Promise<readonly OperatorsCase[]> {
    return this.rows.query<OperatorsCase[]>(
      `select c.opened_by as "operatorId", c.id, c.kind, c.purpose, c.id_carta as "idCarta", c.visit_case_id as "visitCaseId", delivery.at as "deliveredAt",
              exists (select from audit_row jam where jam.case_id = c.id and jam.act = 'case.print-failed'
                and jam.details ->> 'condition' = 'media-jam' and jam.details ->> 'wasSubmitted' = 'true') as "hadJam",
              exists (select from audit_row pull where pull.case_id = c.id and pull.act = 'case.write-interrupted' and pull.details ->> 'reason' = 'card-removed') as "wasPulled"
       from activation_case c
       join lateral (select min(a.at) as at from audit_row a where a.case_id = c.id and a.act = 'case.delivered' and a.operator_id = c.opened_by) delivery on delivery.at is not null
       where c.state = 'delivered' and c.opened_by = any($1)`,
      [operatorIds],
    );
  }
}
