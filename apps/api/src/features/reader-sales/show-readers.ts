// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReadersView, SaleView } from '@sportello/contracts';
import { type LocalDate, type ReaderPrice, amountOf, localDateAt, readerPriceOn, saleNumberOf } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { type FoundSale, ReaderSaleRepository } from './reader-sale.repository';

/** What lies there now, and the sales of one day: today, when none is named. */
export async function showReaders(transaction: Transaction, deskId: string, prices: readonly ReaderPrice[], asked?: LocalDate): Promise<ReadersView> {
  const today = localDateAt(transaction.now);
  const day = asked ?? today;
  const readers = transaction.repository(ReaderSaleRepository);
  const sales = (await readers.salesOf(deskId, day)).map((sale) => saleView(sale, day === today));
  return {
    at: transaction.now.toISOString(),
    today,
    day,
    inStock: await readers.inStock(deskId),
    price: priceView(readerPriceOn(prices, today)),
    sales,
    total: totalOf(sales.filter(({ voided }) => voided === null)),
    movements: await readers.movementsOf(deskId, day),
  };
}

function priceView(price: ReaderPrice | undefined): ReadersView['price'] {
  return price ? { since: price.since, vatPercent: price.vatPercent, ...amountOf(1, price) } : null;
}

function saleView({ year, number, soldAt, voidedBy, voidedAt, voidReason, ...sale }: FoundSale, isToday: boolean): SaleView {
  const voided = voidedAt && voidedBy !== null && voidReason !== null ? { by: voidedBy, at: voidedAt.toISOString(), reason: voidReason } : null;
  return { ...sale, receiptNumber: saleNumberOf(number, year), soldAt: soldAt.toISOString(), voided, canVoid: isToday && voided === null };
}

function totalOf(sales: readonly SaleView[]): ReadersView['total'] {
  const sum = (key: 'quantity' | 'netCents' | 'vatCents' | 'totalCents') => sales.reduce((total, sale) => total + sale[key], 0);
  return { quantity: sum('quantity'), netCents: sum('netCents'), vatCents: sum('vatCents'), totalCents: sum('totalCents') };
}
