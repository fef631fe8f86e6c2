// SPDX-License-Identifier: AGPL-3.0-or-later
import { atDesk, longDate, noonOf, shortDate } from './dates';

describe('dates on paper', () => {
  it('write the month out, and the first of a month as an ordinal in Italian', () => {
    expect(longDate('2026-11-24', 'it')).toBe('24 novembre 2026');
    expect(longDate('2026-09-01', 'it')).toBe('1° settembre 2026');
    expect(longDate('2026-09-11', 'it')).toBe('11 settembre 2026');
    expect(longDate('2026-09-01', 'en')).toBe('1 September 2026');
    expect(longDate('2026-09-01', 'de')).toBe('1. September 2026');
  });

  it('write the day first in every language', () => {
    expect(shortDate('1980-01-02', 'it')).toBe('02/01/1980');
    expect(shortDate('1980-01-02', 'en')).toBe('02/01/1980');
    expect(shortDate('1980-01-02', 'de')).toBe('02.01.1980');
  });

  it('show the desk’s clock, in winter and in summer', () => {
    expect(atDesk('2026-11-24T09:43:00Z', 'it')).toEqual({ day: '24 novembre 2026', time: '10:43' });
    expect(atDesk('2026-07-24T09:43:00Z', 'it')).toEqual({ day: '24 luglio 2026', time: '11:43' });
  });

  it('show the desk’s day when it is already tomorrow there', () => {
    expect(atDesk('2026-08-31T22:05:00Z', 'it')).toEqual({ day: '1° settembre 2026', time: '00:05' });
  });

  it('give a file the noon of its day', () => {
    expect(noonOf('2026-11-24').toISOString()).toBe('2026-11-24T12:00:00.000Z');
  });
});
