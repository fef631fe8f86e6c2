// SPDX-License-Identifier: AGPL-3.0-or-later
import { MOST_READERS } from '@sportello/domain';
import * as z from 'zod';
import { Id, Instant, LocalDateText, Reason } from './primitives';
import { PaperLanguage } from './station/papers';

const Quantity = z.int().min(1).max(MOST_READERS);
const Cents = z.int();
/** One line of the readers' book has room for it. */
const ShortReason = Reason.max(200);

export const ReadersDay = z.strictObject({ day: LocalDateText.optional() });
export type ReadersDay = z.infer<typeof ReadersDay>;

export const ReceiveReadersRequest = z.strictObject({ quantity: Quantity, note: z.string().trim().max(200).nullable() }).meta({ id: 'ReceiveReadersRequest' });
export type ReceiveReadersRequest = z.infer<typeof ReceiveReadersRequest>;

/** To whom is nobody's business: a sale names no buyer. */
export const SellReadersRequest = z.strictObject({ quantity: Quantity }).meta({ id: 'SellReadersRequest' });
export type SellReadersRequest = z.infer<typeof SellReadersRequest>;

/** The receipt of a sale on paper. */
export const PrintReceiptRequest = z.strictObject({ language: PaperLanguage }).meta({ id: 'PrintReceiptRequest' });
export type PrintReceiptRequest = z.infer<typeof PrintReceiptRequest>;

export const VoidSaleRequest = z.strictObject({ reason: ShortReason }).meta({ id: 'VoidSaleRequest' });
export type VoidSaleRequest = z.infer<typeof VoidSaleRequest>;

/** Both figures: what the page said, and what lies in the cupboard. */
export const CountReadersRequest = z.strictObject({ expected: z.int().min(0), counted: z.int().min(0).max(100_000), reason: ShortReason }).meta({ id: 'CountReadersRequest' });
export type CountReadersRequest = z.infer<typeof CountReadersRequest>;

export const SaleView = z
  .object({
    id: Id,
    receiptNumber: z.string(),
    soldAt: Instant,
    soldBy: z.string(),
    quantity: z.int(),
    netCents: Cents,
    vatPercent: z.int(),
    vatCents: Cents,
    totalCents: Cents,
    voided: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
    canVoid: z.boolean(),
  })
  .meta({ id: 'ReaderSale' });
export type SaleView = z.infer<typeof SaleView>;

/** The readers of a desk, and one day of their sales. */
export const ReadersView = z
  .object({
    at: Instant,
    today: LocalDateText,
    day: LocalDateText,
    inStock: z.int(),
    /** Of one reader today; null: no price has begun yet. */
    price: z.object({ since: LocalDateText, netCents: Cents, vatPercent: z.int(), vatCents: Cents, totalCents: Cents }).nullable(),
    /** Of the day, the newest first. */
    sales: z.array(SaleView),
    /** Of the sales that stand. */
    total: z.object({ quantity: z.int(), netCents: Cents, vatCents: Cents, totalCents: Cents }),
    /** What came in or was counted on the day. */
    movements: z.array(z.object({ at: Instant, kind: z.enum(['received', 'counted']), quantity: z.int(), by: z.string(), note: z.string().nullable() })),
  })
  .meta({ id: 'Readers' });
export type ReadersView = z.infer<typeof ReadersView>;
