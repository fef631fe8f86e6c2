// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate, MatterState, Role } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { CustodyMatterRow } from '../database/rows/custody-matter-row';
import { OperatorRow } from '../database/rows/operator-row';

export type NewMatter = Pick<CustodyMatterRow, 'id' | 'deskId' | 'stationId' | 'transferId' | 'countId' | 'kind' | 'openedBy' | 'openedAt' | 'ranges' | 'expected' | 'numberRead' | 'isStopping'> & {
  readonly day: LocalDate;
};

export interface SpoiledToday {
  readonly spoiled: number;
  readonly lifted: number;
}

export class CustodyMatterRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Opens the matter, unless one like it stops the same printer already: the first tells of it. */
  async insertUnlessStopped(matter: NewMatter): Promise<boolean> {
    const row = { ...matter, state: 'open' satisfies MatterState };
    const inserted = await this.rows.createQueryBuilder().insert().into(CustodyMatterRow).values(row as object).orIgnore().returning('id').execute();
    return (inserted.raw as readonly unknown[]).length > 0;
  }

  /** Where it is to be explained. It never changes, so that the desk can be held before the matter is, as every act on sheets does. */
  async deskOf(id: string): Promise<string | undefined> {
    return (await this.rows.findOne(CustodyMatterRow, { where: { id }, select: { id: true, deskId: true } }))?.deskId;
  }

  /** The matter, held until the transaction ends: two signatures come one after the other. */
  async held(id: string): Promise<CustodyMatterRow | undefined> {
    return (await this.rows.findOne(CustodyMatterRow, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** What the first who signed is, as of now; nothing when nobody did. */
  async rolesOfSigner({ signedBy }: CustodyMatterRow): Promise<readonly Role[] | null> {
    if (signedBy === null) return null;
    return (await this.rows.findOneOrFail(OperatorRow, { where: { id: signedBy }, select: { id: true, roles: true } })).roles;
  }

  async change(id: string, changes: Partial<Omit<CustodyMatterRow, 'id'>>): Promise<void> {
    await this.rows.update(CustodyMatterRow, { id }, changes);
  }

  /** The open matter of a parcel that came short. */
  async heldOfTransfer(transferId: string): Promise<CustodyMatterRow | undefined> {
    const query = this.rows.createQueryBuilder(CustodyMatterRow, 'm').setLock('pessimistic_write');
    return (await query.where(`m.transferId = :transferId and m.state <> 'closed'`, { transferId }).getOne()) ?? undefined;
  }

  /** How many sheets the desk spoiled since its midnight, and how often the stop for that was lifted; yesterday's stop, lifted this morning, is none of today's. Skipped numbers were explained by people, and are no sheets that the day's work cost. */
  async spoiledSince(deskId: string, dayBegan: Date): Promise<SpoiledToday> {
    const [found] = await this.rows.query<[SpoiledToday]>(
      `select (select count(*)::int from sheet where desk_id = $1 and state = 'spoiled' and reason <> 'sheet-skipped' and changed_at >= $2) as spoiled,
         (select count(*)::int from custody_matter where desk_id = $1 and kind = 'spoiled-limit' and opened_at >= $2 and state = 'closed') as lifted`,
      [deskId, dayBegan],
    );
    return found;
  }
}
