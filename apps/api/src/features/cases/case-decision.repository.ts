// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { CaseDecisionRow } from '../../platform/database/rows/case-row';

export class CaseDecisionRepository {
  constructor(private readonly rows: EntityManager) {}

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
