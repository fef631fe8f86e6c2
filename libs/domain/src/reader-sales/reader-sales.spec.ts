// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { accepted, refused } from '../testing/outcomes';
import { existingDate } from '../time/local-date';
import { amountOf, DEFAULT_READER_PRICES, readerPriceOn } from './reader-price';
import { judgeCount, judgeSale, judgeVoiding, saleNumberOf } from './reader-stock';

const TODAY = existingDate(2026, 11, 24);
const [USUAL] = DEFAULT_READER_PRICES;

describe('the price of a reader', () => {
  it('is 3.50 € and 22 % of VAT unless the installation says otherwise', () => {
    const price = readerPriceOn(DEFAULT_READER_PRICES, TODAY);
    expect(price && amountOf(1, price)).toEqual({ netCents: 350, vatCents: 77, totalCents: 427 });
    expect(price && amountOf(3, price)).toEqual({ netCents: 1050, vatCents: 231, totalCents: 1281 });
  });

  it('is the last that had begun on the day, whatever the order of the list', () => {
    const later = { since: existingDate(2026, 11, 24), netCents: 400, vatPercent: 10 };
    const ahead = { since: existingDate(2026, 11, 25), netCents: 500, vatPercent: 22 };
    const prices = [ahead, later, ...DEFAULT_READER_PRICES];
    expect(readerPriceOn(prices, TODAY)).toBe(later);
    expect(readerPriceOn(prices, existingDate(2026, 11, 23))).toBe(USUAL);
    expect(readerPriceOn(prices, existingDate(2010, 1, 1))).toBeUndefined();
  });

  it('is in whole cents, half a cent going up', () => {
    expect(amountOf(1, { since: TODAY, netCents: 25, vatPercent: 22 })).toEqual({ netCents: 25, vatCents: 6, totalCents: 31 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 30 }), (quantity, netCents, vatPercent) => {
        const amount = amountOf(quantity, { since: TODAY, netCents, vatPercent });
        expect(Number.isInteger(amount.vatCents) && amount.totalCents === amount.netCents + amount.vatCents).toBe(true);
        expect(Math.abs(amount.vatCents - (amount.netCents * vatPercent) / 100)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe('readers of a desk', () => {
  it('are sold as long as there are any', () => {
    expect(accepted(judgeSale(2, 2))).toBe(2);
    expect(refused(judgeSale(3, 2))).toEqual({ kind: 'readers-short', inStock: 2 });
  });

  it('come back from a voided sale on its own day, once', () => {
    expect(accepted(judgeVoiding({ day: TODAY, isVoided: false }, TODAY))).toBe('may');
    expect(refused(judgeVoiding({ day: TODAY, isVoided: true }, TODAY))).toEqual({ kind: 'sale-settled' });
    expect(refused(judgeVoiding({ day: existingDate(2026, 11, 23), isVoided: false }, TODAY))).toEqual({ kind: 'sale-settled' });
  });

  it('are counted against the figure that was seen', () => {
    expect(accepted(judgeCount({ expected: 10, counted: 8 }, 10))).toBe(-2);
    expect(accepted(judgeCount({ expected: 10, counted: 10 }, 10))).toBe(0);
    expect(refused(judgeCount({ expected: 10, counted: 8 }, 9))).toEqual({ kind: 'reader-stock-changed', inStock: 9 });
  });

  it('have receipts numbered by desk and year', () => {
    expect(saleNumberOf(12, 2026)).toBe('L12-26');
    expect(saleNumberOf(1, 2005)).toBe('L1-05');
  });
});
