// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CorrectionField } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface KeptCorrection {
  readonly field: CorrectionField;
  readonly value: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Corrections are added and never changed; they go with the identification that they correct, when its term is over. */
export class CorrectionRepository {
  constructor(private readonly rows: EntityManager) {}

  async add(correction: Omit<KeptCorrection, 'by'> & { readonly id: string; readonly caseId: string; readonly correctedBy: string }): Promise<void> {
    const { id, caseId, field, value, reason, correctedBy, at } = correction;
    await this.rows.query('insert into case_correction (id, case_id, field, value, reason, corrected_by, at) values ($1, $2, $3, $4, $5, $6, $7)', [id, caseId, field, value, reason, correctedBy, at]);
  }

  /** Of a case, in the order in which they were made. */
  async of(caseId: string): Promise<readonly KeptCorrection[]> {
    return this.rows.query<KeptCorrection[]>(
      `select c.field, c.value, c.reason, o.display_name as by, c.at from case_correction c join operator o on o.id = c.corrected_by where c.case_id = $1 order by c.at, c.id`,
      [caseId],
    );
  }
}
