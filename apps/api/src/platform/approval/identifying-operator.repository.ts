// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import type { CallerDesk } from '../access/caller';
import type { PrintingCaller } from '../activation/order-printing';

export class IdentifyingOperatorRepository {
  constructor(private readonly rows: EntityManager) {}

  /** At which desk the person of a case was identified: the one that its papers name, whoever has them printed. */
  async of(caseId: string): Promise<Pick<PrintingCaller, 'desk'>> {
    const [found] = await this.rows.query<CallerDesk[]>(
      `select d.id, d.name, d.place, d.kind, b.id as "bodyId", b.name as body
       from activation_case c join identity_document i on i.case_id = c.id join desk d on d.id = c.desk_id join body b on b.id = d.body_id
       where c.id = $1`,
      [caseId],
    );
    if (!found) throw new Error('nobody was identified in this case');
    return { desk: found };
  }
}
