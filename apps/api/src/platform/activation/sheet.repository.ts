// SPDX-License-Identifier: AGPL-3.0-or-later
import { FINAL_CASE_STATES } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { CaseRow } from '../database/rows/case-row';
import { SheetRow } from '../database/rows/sheet-row';

export class SheetRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Promises the lowest loaded number of the desk to the case. Two cases at once never get one sheet: a number that another is taking is passed over. */
  async takeNext(deskId: string, caseId: string, now: Date): Promise<SheetRow | undefined> {
    const [[taken]] = await this.rows.query<[{ readonly id: string }[], number]>(
      `update sheet set case_id = $2, changed_at = $3
       where id = (
         select id from sheet where desk_id = $1 and state = 'loaded' and case_id is null
         order by control_number limit 1 for update skip locked)
       returning id`,
      [deskId, caseId, now],
    );
    return taken && this.rows.findOneByOrFail(SheetRow, { id: taken.id });
  }

  /** The sheet that the case is working with: of those it had, the one that is not out of use. */
  async ofCase(caseId: string): Promise<SheetRow | undefined> {
    const sheet = await this.rows
      .createQueryBuilder(SheetRow, 'sheet')
      .where('sheet.caseId = :caseId', { caseId })
      .andWhere(`sheet.state not in ('spoiled', 'destroyed')`)
      .getOne();
    return sheet ?? undefined;
  }

  /** Whether an open case of the desk is working with this number. */
  async isOfOpenCase(deskId: string, controlNumber: string): Promise<boolean> {
    return this.rows
      .createQueryBuilder(SheetRow, 'sheet')
      .innerJoin(CaseRow, 'c', 'c.id = sheet.caseId')
      .where('sheet.deskId = :deskId and sheet.controlNumber = :controlNumber', { deskId, controlNumber })
      .andWhere(`sheet.state not in ('spoiled', 'destroyed') and c.state not in (:...final)`, { final: FINAL_CASE_STATES })
      .getExists();
  }

  async change(sheet: SheetRow, changes: Partial<Pick<SheetRow, 'state' | 'caseId' | 'reason'>>, now: Date): Promise<SheetRow> {
    await this.rows.update(SheetRow, { id: sheet.id }, { ...changes, changedAt: now });
    return { ...sheet, ...changes, changedAt: now };
  }
}
