// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import type { PrintingCaller } from '../activation/form-jobs';

interface Found {
  readonly displayName: string;
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly kind: DeskKind;
  readonly bodyId: string;
  readonly body: string;
}

export class IdentifyingOperatorRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Who identified the person of a case, and at which desk: whom its papers name, whoever has them printed. */
  async of(caseId: string): Promise<PrintingCaller> {
    const [found] = await this.rows.query<Found[]>(
      `select o.display_name as "displayName", d.id, d.name, d.place, d.kind, b.id as "bodyId", b.name as body
       from activation_case c join identity_document i on i.case_id = c.id join operator o on o.id = i.identified_by join desk d on d.id = c.desk_id join body b on b.id = d.body_id
       where c.id = $1`,
      [caseId],
    );
    if (!found) throw new Error('nobody was identified in this case');
    const { displayName, ...desk } = found;
    return { desk, operator: { displayName } };
  }
}
