// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { openingHours, WEEKDAYS } from '../places/opening-hours';
import type { WrittenPeriod } from '../places/opening-hours';
import { day } from '../testing/dates';
import { accepted } from '../testing/outcomes';
import type { OpeningCalendar } from './opening-calendar';
import { isOutOfHours, nextOpening, openNow } from './opening';
import { TELEPHONE_LINES } from './telephone-lines';

const HELP_DESK: OpeningCalendar = { hours: TELEPHONE_LINES['help-desk'].hours, isClosedOnHolidays: true, patronDay: null, closures: [] };
const at = (text: string) => new Date(text);
const weekOf = (periods: readonly WrittenPeriod[]): OpeningCalendar => ({ ...HELP_DESK, isClosedOnHolidays: false, hours: accepted(openingHours(periods)) });
const always = weekOf(WEEKDAYS.map((weekday) => ({ weekday, from: '00:00', to: '24:00' })));

describe('the help desk', () => {
  it.each([
    ['Friday before nine, in winter', '2026-11-27T07:59:59Z', false],
    ['Friday at nine', '2026-11-27T08:00:00Z', true],
    ['Friday before seven in the evening', '2026-11-27T17:59:59Z', true],
    ['Friday at seven in the evening', '2026-11-27T18:00:00Z', false],
    ['Friday at nine, in summer', '2026-07-03T07:00:00Z', true],
    ['Saturday before one', '2026-11-28T11:59:59Z', true],
    ['Saturday at one', '2026-11-28T12:00:00Z', false],
    ['Sunday', '2026-11-29T10:00:00Z', false],
    ['Easter Monday', '2026-04-06T10:00:00Z', false],
    ['4 October, a Monday', '2027-10-04T10:00:00Z', false],
    ['4 October, when it was none, a Saturday', '2025-10-04T08:00:00Z', true],
  ])('on %s is open: %s %s', (_, instant, isOpen) => {
    expect(openNow(HELP_DESK, at(instant)).isOpen).toBe(isOpen);
    expect(isOutOfHours(HELP_DESK, at(instant))).toBe(!isOpen);
  });

  it('says until when it is open, or why not and from when', () => {
    expect(openNow(HELP_DESK, at('2026-11-27T08:00:00Z'))).toEqual({ isOpen: true, until: at('2026-11-27T18:00:00Z') });
    expect(openNow(HELP_DESK, at('2026-11-27T20:00:00Z'))).toEqual({ isOpen: false, because: { because: 'hour' }, next: at('2026-11-28T08:00:00Z') });
    expect(openNow(HELP_DESK, at('2026-04-05T10:00:00Z'))).toEqual({ isOpen: false, because: { because: 'holiday', holiday: 'easter' }, next: at('2026-04-07T07:00:00Z') });
    expect(openNow(HELP_DESK, at('2026-11-29T10:00:00Z'))).toMatchObject({ because: { because: 'weekday', weekday: 'sunday' }, next: at('2026-11-30T08:00:00Z') });
  });

  it('opens by the clock on the wall on the Monday after clocks change', () => {
    expect(nextOpening(HELP_DESK, at('2026-03-28T13:00:00Z'))).toEqual(at('2026-03-30T07:00:00Z'));
    expect(nextOpening(HELP_DESK, at('2026-10-24T13:00:00Z'))).toEqual(at('2026-10-26T08:00:00Z'));
  });
});

describe('a desk', () => {
  it('is closed on its patron’s day and in its closures', () => {
    const desk: OpeningCalendar = { ...HELP_DESK, patronDay: { month: 6, day: 24 }, closures: [{ from: day('2026-08-10'), to: day('2026-08-21') }] };
    expect(openNow(desk, at('2026-06-24T10:00:00Z'))).toEqual({ isOpen: false, because: { because: 'patron-day' }, next: at('2026-06-25T07:00:00Z') });
    expect(openNow(desk, at('2026-08-21T10:00:00Z'))).toEqual({ isOpen: false, because: { because: 'closure', until: '2026-08-21' }, next: at('2026-08-22T07:00:00Z') });
    expect(openNow(HELP_DESK, at('2026-06-24T10:00:00Z')).isOpen).toBe(true);
  });

  it('that keeps its hours on holidays is open on Christmas, whoever its patron is', () => {
    const duty = { ...HELP_DESK, isClosedOnHolidays: false, patronDay: { month: 12, day: 25 } };
    expect(openNow(duty, at('2026-12-25T10:00:00Z')).isOpen).toBe(true);
  });

  it('with two periods closes at noon and says when it opens again', () => {
    const desk = weekOf([{ weekday: 'monday', from: '08:30', to: '12:30' }, { weekday: 'monday', from: '14:30', to: '17:00' }]);
    expect(openNow(desk, at('2026-11-30T12:00:00Z'))).toEqual({ isOpen: false, because: { because: 'hour' }, next: at('2026-11-30T13:30:00Z') });
    expect(nextOpening(desk, at('2026-11-30T08:00:00Z'))).toEqual(at('2026-11-30T13:30:00Z'));
  });

  it('that never opens has no next opening, and one that never closes neither', () => {
    expect(openNow(weekOf([]), at('2026-11-30T12:00:00Z'))).toMatchObject({ isOpen: false, next: null });
    expect(nextOpening(always, at('2026-11-30T12:00:00Z'))).toBeNull();
    expect(openNow(always, at('2026-10-25T01:30:00Z')).isOpen).toBe(true);
  });

  it('that works through a night is open at midnight, and until the morning', () => {
    const night = weekOf([{ weekday: 'friday', from: '20:00', to: '24:00' }, { weekday: 'saturday', from: '00:00', to: '08:00' }]);
    expect(openNow(night, at('2026-11-27T23:00:00Z'))).toEqual({ isOpen: true, until: at('2026-11-28T07:00:00Z') });
    expect(openNow(night, at('2026-11-27T19:30:00Z'))).toEqual({ isOpen: true, until: at('2026-11-28T07:00:00Z') });
    expect(nextOpening(night, at('2026-11-27T20:00:00Z'))).toEqual(at('2026-12-04T19:00:00Z'));
  });
});

describe('when clocks change', () => {
  const sunday = (from: string, to: string) => weekOf([{ weekday: 'sunday', from, to }]);

  it('forward, a period from an hour that is left out begins after the gap', () => {
    expect(openNow(sunday('02:30', '05:00'), at('2026-03-29T01:29:59Z')).isOpen).toBe(false);
    expect(openNow(sunday('02:30', '05:00'), at('2026-03-29T01:30:00Z'))).toEqual({ isOpen: true, until: at('2026-03-29T03:00:00Z') });
    expect(openNow(sunday('01:00', '05:00'), at('2026-03-29T01:00:00Z'))).toMatchObject({ isOpen: true });
  });

  it('back, a period that ends in the hour that comes twice ends with the second', () => {
    expect(openNow(sunday('01:00', '02:30'), at('2026-10-25T01:29:59Z'))).toEqual({ isOpen: true, until: at('2026-10-25T01:30:00Z') });
    expect(openNow(sunday('02:30', '04:00'), at('2026-10-25T00:30:00Z')).isOpen).toBe(true);
  });
});

it('at the next opening a place is open, and just before it is not', () => {
  const anyInstant = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2035-12-31T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const next = nextOpening(HELP_DESK, instant)!;
      expect(next > instant).toBe(true);
      expect(openNow(HELP_DESK, next).isOpen).toBe(true);
      expect(openNow(HELP_DESK, new Date(next.getTime() - 1)).isOpen).toBe(false);
      const now = openNow(HELP_DESK, instant);
      if (now.isOpen) expect(openNow(HELP_DESK, now.until).isOpen).toBe(false);
    }),
    { numRuns: 60 },
  );
});
