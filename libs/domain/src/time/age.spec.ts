// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { anyDate, day } from '../testing/dates';
import { ageOn, birthdayOf, isAdultAt } from './age';
import { isBefore } from './date-arithmetic';

describe('full age', () => {
  it('begins at midnight in Rome on the eighteenth birthday', () => {
    expect(isAdultAt(day('2008-07-15'), new Date('2026-07-14T21:59:59.999Z'))).toBe(false);
    expect(isAdultAt(day('2008-07-15'), new Date('2026-07-14T22:00:00Z'))).toBe(true);
  });

  it('begins on 1 March for who was born on 29 February, in a year without it: the eighteenth year is completed with the end of the 28th', () => {
    expect(birthdayOf(day('2008-02-29'), 18)).toBe('2026-03-01');
    expect(isAdultAt(day('2008-02-29'), new Date('2026-02-28T22:59:59.999Z'))).toBe(false);
    expect(isAdultAt(day('2008-02-29'), new Date('2026-02-28T23:00:00Z'))).toBe(true);
  });

  it('begins on 29 February where the year has one', () => {
    expect(birthdayOf(day('2008-02-29'), 20)).toBe('2028-02-29');
    expect(ageOn(day('2008-02-29'), day('2028-02-28'))).toBe(19);
    expect(ageOn(day('2008-02-29'), day('2028-02-29'))).toBe(20);
    expect(birthdayOf(day('1896-02-29'), 4)).toBe('1900-03-01');
  });

  it.each([
    ['2008-02-28', '2026-02-27T22:59:59Z', false],
    ['2008-02-28', '2026-02-27T23:00:00Z', true],
    ['2008-03-01', '2026-02-28T22:59:59Z', false],
    ['2008-03-01', '2026-02-28T23:00:00Z', true],
    // In summer Rome is two hours ahead, from the last Sunday of March; midnight is the calendar's on the wall.
    ['2008-03-29', '2026-03-28T22:59:59Z', false],
    ['2008-03-29', '2026-03-28T23:00:00Z', true],
    ['2008-03-30', '2026-03-29T21:59:59Z', false],
    ['2008-03-30', '2026-03-29T22:00:00Z', true],
    ['2008-10-26', '2026-10-25T22:59:59Z', false],
    ['2008-10-26', '2026-10-25T23:00:00Z', true],
    ['2009-01-01', '2026-12-31T22:59:59Z', false],
    ['2009-01-01', '2026-12-31T23:00:00Z', true],
  ])('of who was born on %s has begun at %s: %s', (birthDate, instant, isAdult) => {
    expect(isAdultAt(day(birthDate), new Date(instant))).toBe(isAdult);
  });
});

describe('age', () => {
  it('is the number of birthdays that have come', () => {
    fc.assert(
      fc.property(anyDate(1900, 2030), anyDate(1900, 2030), (a, b) => {
        const [birthDate, today] = isBefore(b, a) ? [b, a] : [a, b];
        const age = ageOn(birthDate, today);
        expect(isBefore(today, birthdayOf(birthDate, age))).toBe(false);
        expect(isBefore(today, birthdayOf(birthDate, age + 1))).toBe(true);
      }),
    );
  });

  it('is below zero before the birth', () => {
    expect(ageOn(day('2026-01-02'), day('2026-01-01'))).toBe(-1);
  });
});
