// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '../time/local-date';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

/** As many as somebody carries to a counter; more at once is a slip of the finger. */
export const MOST_READERS = 1_000;

export type ReaderSaleRefusal =
  /** No more can be sold than lie in the cupboard. */
  | { readonly kind: 'readers-short'; readonly inStock: number }
  /** Voided already, or of another day. */
  | { readonly kind: 'sale-settled' }
  /** The figure that was counted against is not the books' any more. */
  | { readonly kind: 'reader-stock-changed'; readonly inStock: number };

/** The receipt of a sale, which is no fiscal document: 'L12-26', of the desk and the year. */
export function saleNumberOf(number: number, year: number): string {
  return `L${number}-${String(year % 100).padStart(2, '0')}`;
}

export function judgeSale(quantity: number, inStock: number): Outcome<number, ReaderSaleRefusal> {
  return quantity <= inStock ? accept(quantity) : refuse({ kind: 'readers-short', inStock });
}

/** A sale is taken back on its own day: the day's money was not handed in yet. */
export function judgeVoiding(sale: { readonly day: LocalDate; readonly isVoided: boolean }, today: LocalDate): Outcome<'may', ReaderSaleRefusal> {
  return sale.isVoided || sale.day !== today ? refuse({ kind: 'sale-settled' }) : accept('may');
}

/** By how many the books are changed when somebody counts: both figures are told, what the books said and what lies there. */
export function judgeCount({ expected, counted }: { readonly expected: number; readonly counted: number }, inStock: number): Outcome<number, ReaderSaleRefusal> {
  return expected === inStock ? accept(counted - inStock) : refuse({ kind: 'reader-stock-changed', inStock });
}
