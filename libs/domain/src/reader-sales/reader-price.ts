// SPDX-License-Identifier: AGPL-3.0-or-later
import { isAfter } from '../time/date-arithmetic';
import { existingDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** What a smart-card reader costs from a day on, in whole cents and per cent. */
export interface ReaderPrice {
  readonly since: LocalDate;
  readonly netCents: number;
  readonly vatPercent: number;
}

/** 3.50 € and VAT, as the leaflet says; 22 % since 1 October 2013 (DL 76/2013 art. 11). */
export const DEFAULT_READER_PRICES: readonly ReaderPrice[] = [{ since: existingDate(2013, 10, 1), netCents: 350, vatPercent: 22 }];

export interface SaleAmount {
  readonly netCents: number;
  readonly vatCents: number;
  readonly totalCents: number;
}

/** The price in force on a day: the last that had begun, whatever the order of the list; nothing before the first. */
export function readerPriceOn(prices: readonly ReaderPrice[], day: LocalDate): ReaderPrice | undefined {
  return prices.filter(({ since }) => !isAfter(since, day)).reduce<ReaderPrice | undefined>((last, price) => (last && !isAfter(price.since, last.since) ? last : price), undefined);
}

/** Of a whole sale: VAT is reckoned once, on the sum, and half a cent goes up. */
export function amountOf(quantity: number, { netCents, vatPercent }: ReaderPrice): SaleAmount {
  const net = quantity * netCents;
  const vatCents = Math.floor((net * vatPercent + 50) / 100);
  return { netCents: net, vatCents, totalCents: net + vatCents };
}
