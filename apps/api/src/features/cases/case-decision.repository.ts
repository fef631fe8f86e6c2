// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import type { AuditedAct } from '../../platform/audit/audit-entry';
import { CaseDecisionRow } from '../../platform/database/rows/case-row';

/** What makes somebody a party to a case. A supervisor's earlier decision does not. */
const WORK: readonly AuditedAct[] = [
  'case.opened',
  'case.identified',
  'case.authorised',
  'case.print-ordered',
  'case.form-ordered',
  'case.envelope-voided',
  'case.sheet-scanned',
  'case.suspended',
];

export class CaseDecisionRepository {
  constructor(private readonly rows: EntityManager) {}

  async hasWorked(caseId: string, operatorId: string): Promise<boolean> {
    const [found] = await this.rows.query<[{ readonly has: boolean }]>(
      'select exists (select from audit_row where case_id = $1 and operator_id = $2 and act = any($3::text[])) as has',
      [caseId, operatorId, WORK],
    );
    return found.has;
  }

  async keep(decision: CaseDecisionRow): Promise<void> {
    await this.rows.insert(CaseDecisionRow, decision);
  }

  /** How each write of the case ended, in words of the reports; a write that never reported is `null`. */
  async outcomesOfWrites(caseId: string): Promise<readonly (string | null)[]> {
    const found = await this.rows.query<{ readonly outcome: string | null }[]>(
      `select outcome from job where case_id = $1 and type = 'write-card' order by fence`,
      [caseId],
    );
    return found.map(({ outcome }) => outcome);
  }
}
