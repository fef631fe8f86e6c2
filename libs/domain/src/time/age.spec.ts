// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { anyDate, day } from '../testing/dates';
import { ageAt, ageOn, birthdayOf, isAdultAt } from './age';
import { isBefore } from './date-arithmetic';

describe('full age', () => {
  it('begins at midnight in Rome on the eighteenth birthday', () => {
    expect(isAdultAt(day('2008-07-15'), new Date('2026-07-14T21:59:59.999Z'))).toBe(false);
    expect(isAdultAt(day('2008-07-15'), new Date('2026-07-14T22:00:00Z'))).toBe(true);
  });

  it('begins on 28 February for who was born on the 29th, in a year without it', () => {
    expect(birthdayOf(day('2008-02-29'), 18)).toBe('2026-02-28');
    expect(ageAt(day('2008-02-29'), new Date('2026-02-27T12:00:00Z'))).toBe(17);
    expect(ageAt(day('2008-02-29'), new Date('2026-02-28T12:00:00Z'))).toBe(18);
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
