// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditedAct } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** What makes somebody a party to a case. A supervisor's earlier decision does not. */
export const CASE_WORK: readonly AuditedAct[] = [
  'case.opened',
  'case.kind-changed',
  'case.identified',
  'case.authorised',
  'case.approval-asked',
  'case.approval-deferred',
  'case.print-ordered',
  'case.form-ordered',
  'case.envelope-voided',
  'case.sheet-scanned',
  'case.suspended',
  'case.paper-filed',
  'case.handed-over',
  'case.visit-joined',
  'evidence.added',
  'paper.ordered',
];

export class CaseWorkRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Whether somebody worked the case: they judge nothing of it. */
  async hasWorked(caseId: string, operatorId: string): Promise<boolean> {
    const [found] = await this.rows.query<[{ readonly has: boolean }]>(
      'select exists (select from audit_row where case_id = $1 and operator_id = $2 and act = any($3::text[])) as has',
      [caseId, operatorId, CASE_WORK],
    );
    return found.has;
  }
}
