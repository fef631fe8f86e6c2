// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReadersView } from '@sportello/contracts';
import { type LocalDate, type SaleAmount, saleNumberOf } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface NewSale extends SaleAmount {
  readonly id: string;
  readonly deskId: string;
  readonly day: LocalDate;
  readonly quantity: number;
  readonly vatPercent: number;
  readonly soldBy: string;
  readonly soldAt: Date;
}

export interface NewMovement {
  readonly id: string;
  readonly deskId: string;
  readonly kind: 'received' | 'sold' | 'voided' | 'counted';
  readonly quantity: number;
  readonly saleId: string | null;
  readonly note: string | null;
  readonly movedBy: string;
  readonly day: LocalDate;
  readonly at: Date;
}

/** Whoever changes the stock of a desk holds the desk first: what is sold is counted against what is there. */
export class ReaderSaleRepository {
  constructor(private readonly rows: EntityManager) {}

  async inStock(deskId: string): Promise<number> {
    const [found] = await this.rows.query<[{ readonly count: number }]>('select coalesce(sum(quantity), 0)::integer as count from reader_movement where desk_id = $1', [deskId]);
    return found.count;
  }

  async move({ id, deskId, kind, quantity, saleId, note, movedBy, day, at }: NewMovement): Promise<void> {
    await this.rows.query('insert into reader_movement (id, desk_id, kind, quantity, sale_id, note, moved_by, day, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      id,
      deskId,
      kind,
      quantity,
      saleId,
      note,
      movedBy,
      day,
      at,
    ]);
  }

  /** Numbers it as the desk's next of the year; the desk is held, so that no number is given twice. */
  async sell({ id, deskId, day, quantity, netCents, vatPercent, vatCents, totalCents, soldBy, soldAt }: NewSale): Promise<string> {
    const year = Number(day.slice(0, 4));
    const [sold] = await this.rows.query<[{ readonly number: number }]>(
      `insert into reader_sale (id, desk_id, year, number, day, quantity, net_cents, vat_percent, vat_cents, total_cents, sold_by, sold_at)
       values ($1, $2, $3, (select coalesce(max(number), 0) + 1 from reader_sale where desk_id = $2 and year = $3), $4, $5, $6, $7, $8, $9, $10, $11) returning number`,
      [id, deskId, year, day, quantity, netCents, vatPercent, vatCents, totalCents, soldBy, soldAt],
    );
    return saleNumberOf(sold.number, year);
  }

  async saleAt(deskId: string, id: string): Promise<{ readonly day: LocalDate; readonly quantity: number; readonly isVoided: boolean } | undefined> {
    const [found] = await this.rows.query<{ readonly day: LocalDate; readonly quantity: number; readonly isVoided: boolean }[]>(
      `select day::text as day, quantity, voided_at is not null as "isVoided" from reader_sale where desk_id = $1 and id = $2`,
      [deskId, id],
    );
    return found;
  }

  async voidSale(id: string, { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: string }): Promise<void> {
    await this.rows.query('update reader_sale set voided_by = $2, voided_at = $3, void_reason = $4 where id = $1', [id, by, at, reason]);
  }

  async salesOf(deskId: string, day: LocalDate): Promise<readonly FoundSale[]> {
    return this.rows.query<FoundSale[]>(`${SALES} where s.desk_id = $1 and s.day = $2 order by s.year desc, s.number desc`, [deskId, day]);
  }

  /** One sale, as its receipt says it. */
  async saleOf(deskId: string, id: string): Promise<FoundSale | undefined> {
    const [found] = await this.rows.query<FoundSale[]>(`${SALES} where s.desk_id = $1 and s.id = $2`, [deskId, id]);
    return found;
  }

  async movementsOf(deskId: string, day: LocalDate): Promise<ReadersView['movements']> {
    const found = await this.rows.query<(Omit<ReadersView['movements'][number], 'at'> & { readonly at: Date })[]>(
      `select m.at, m.kind, m.quantity, o.display_name as by, m.note from reader_movement m join operator o on o.id = m.moved_by
       where m.desk_id = $1 and m.day = $2 and m.kind in ('received', 'counted') order by m.at desc, m.id desc`,
      [deskId, day],
    );
    return found.map(({ at, ...movement }) => ({ ...movement, at: at.toISOString() }));
  }
}

export interface FoundSale extends SaleAmount {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly soldAt: Date;
  readonly soldBy: string;
  readonly quantity: number;
  readonly vatPercent: number;
  readonly voidedBy: string | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

const SALES = `
  select s.id, s.year, s.number, s.sold_at as "soldAt", o.display_name as "soldBy", s.quantity, s.net_cents as "netCents", s.vat_percent as "vatPercent", s.vat_cents as "vatCents",
    s.total_cents as "totalCents", v.display_name as "voidedBy", s.voided_at as "voidedAt", s.void_reason as "voidReason"
  from reader_sale s join operator o on o.id = s.sold_by left join operator v on v.id = s.voided_by`;
