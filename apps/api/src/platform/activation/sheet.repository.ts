// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ControlNumber, FINAL_CASE_STATES, type SheetInBooks } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { rangesSql } from '../custody/ranges-sql';
import { CaseRow } from '../database/rows/case-row';
import { SheetRow } from '../database/rows/sheet-row';

export class SheetRepository {
  constructor(private readonly rows: EntityManager) {}

  /**
   * Promises the next sheet of the station's printer to the case. Two cases at once never get one sheet; and none is passed over because another act holds it for a
   * moment, since the printer would feed it all the same.
   */
  async takeNext(stationId: string, caseId: string, now: Date): Promise<SheetRow | undefined> {
    const [[taken]] = await this.rows.query<[{ readonly id: string }[], number]>(
      `update sheet set case_id = $2, changed_at = $3
       where id = (
         select id from sheet where station_id = $1 and state = 'loaded' and case_id is null
         order by load_order limit 1 for update)
       returning id`,
      [stationId, caseId, now],
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

  /** What the books say of a number, seen from one printer; a sheet on the way is not here yet. */
  async inBooks(deskId: string, stationId: string, { read, expected }: { readonly read: string; readonly expected: string | undefined }): Promise<SheetInBooks | undefined> {
    const between = rangesSql(
      `select f.control_number from sheet f where f.station_id = $2 and f.state = 'loaded' and f.case_id is null and f.load_order > e.load_order and f.load_order < s.load_order`,
    );
    const [found] = await this.rows.query<SheetInBooks[]>(
      `select s.state, case when s.state = 'loaded' and s.case_id is null and s.station_id = $2 and s.load_order >= e.load_order then ${between} end as between
       from sheet s left join sheet e on e.desk_id = $1 and e.control_number = $4 and e.station_id = $2
       where s.desk_id = $1 and s.control_number = $3 and s.transfer_id is null`,
      [deskId, stationId, read, expected ?? null],
    );
    return found;
  }

  /** The sheets that come out of a station's printer now: cases are being printed on them, and nobody has scanned them yet. */
  async awaitedFrom(stationId: string): Promise<readonly ControlNumber[]> {
    const found = await this.rows.query<{ readonly number: ControlNumber }[]>(
      `select s.control_number as number from sheet s join activation_case c on c.id = s.case_id
       where s.station_id = $1 and s.state in ('loaded', 'printed') and c.state = 'printing' order by s.load_order`,
      [stationId],
    );
    return found.map(({ number }) => number);
  }

  /** Whether the case had this number, in use or not. */
  async wasOfCase(caseId: string, controlNumber: string): Promise<boolean> {
    return this.rows.existsBy(SheetRow, { caseId, controlNumber });
  }

  async change(sheet: SheetRow, changes: Partial<Pick<SheetRow, 'state' | 'caseId' | 'reason'>>, now: Date): Promise<SheetRow> {
    await this.rows.update(SheetRow, { id: sheet.id }, { ...changes, changedAt: now });
    return { ...sheet, ...changes, changedAt: now };
  }
}
