// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseAddress } from './address';
import { judgeListing } from './listing';
import { type WrittenPeriod, openingHours, parseTimeOfDay, weekInLines } from './opening-hours';
import { drawStationCode, parseStationCode, shownStationCode } from './station-code';

const period = (weekday: WrittenPeriod['weekday'], from: string, to: string): WrittenPeriod => ({ weekday, from, to });
const accepted = (written: readonly WrittenPeriod[]) => {
  const hours = openingHours(written);
  if (!hours.ok) throw new Error(hours.refusal.because);
  return hours.value;
};

describe('a time of the day', () => {
  it.each([
    ['8:30', '08:30'],
    ['08.30', '08:30'],
    [' 17:05 ', '17:05'],
    ['24:00', '24:00'],
  ])('is %j', (text, time) => expect(parseTimeOfDay(text)).toBe(time));

  it.each(['', '8', '24:01', '25:00', '08:60', '8:3', '8-30'])('is not %j', (text) => expect(parseTimeOfDay(text)).toBeUndefined());
});

describe('the hours of a desk', () => {
  it('are put in the order of the week', () => {
    const hours = accepted([period('tuesday', '14:30', '17:00'), period('tuesday', '8:30', '12:30'), period('monday', '8:30', '12:30')]);
    expect(hours.map(({ weekday, from }) => `${weekday} ${from}`)).toEqual(['monday 08:30', 'tuesday 08:30', 'tuesday 14:30']);
  });

  it('may touch, and may end at midnight', () => {
    expect(openingHours([period('friday', '08:00', '20:00'), period('friday', '20:00', '24:00'), period('saturday', '00:00', '08:00')]).ok).toBe(true);
  });

  it.each<[string, readonly WrittenPeriod[], string]>([
    ['no time', [period('monday', 'alle otto', '12:30')], 'no-time'],
    ['a day that begins when it is over', [period('monday', '24:00', '24:00')], 'no-time'],
    ['an end before the beginning', [period('monday', '12:30', '08:30')], 'ends-before-it-begins'],
    ['an end at the beginning', [period('monday', '08:30', '8.30')], 'ends-before-it-begins'],
    ['two that overlap', [period('monday', '10:00', '11:00'), period('monday', '08:30', '10:01')], 'overlap'],
    ['one within another', [period('monday', '08:00', '18:00'), period('monday', '09:00', '10:00')], 'overlap'],
    ['more than anybody keeps', ['08', '09', '10', '11', '12'].map((hour) => period('monday', `${hour}:00`, `${hour}:30`)), 'too-many'],
  ])('are refused with %s', (_, written, because) => {
    expect(openingHours(written)).toMatchObject({ ok: false, refusal: { kind: 'opening-hours-invalid', because, weekday: 'monday' } });
  });

  it('are told by lines: neighbouring days that are alike together, closed ones not at all', () => {
    const morning = (weekday: WrittenPeriod['weekday']) => period(weekday, '08:30', '12:30');
    const hours = accepted([morning('monday'), morning('tuesday'), morning('wednesday'), period('wednesday', '14:30', '17:00'), morning('thursday'), morning('saturday')]);
    expect(weekInLines(hours).map(({ days, periods }) => `${days.join('+')} ${periods.length}`)).toEqual(['monday+tuesday 1', 'wednesday 2', 'thursday 1', 'saturday 1']);
    expect(weekInLines([])).toEqual([]);
  });
});

describe('an address', () => {
  const written = { street: ' Via  Roma 1 ', cap: '54100', municipality: 'Massa', province: 'ms', istatCode: null };

  it('is taken as it is meant', () => {
    expect(parseAddress(written)).toEqual({ ok: true, value: { street: 'Via Roma 1', cap: '54100', municipality: 'Massa', province: 'MS', istatCode: null } });
    expect(parseAddress({ ...written, istatCode: '045010' })).toMatchObject({ value: { istatCode: '045010' } });
  });

  it.each([
    ['street', { street: '  ' }],
    ['cap', { cap: '5410' }],
    ['municipality', { municipality: '' }],
    ['province', { province: 'Massa' }],
    ['istatCode', { istatCode: '45010' }],
  ])('is refused by its %s', (field, wish) => {
    expect(parseAddress({ ...written, ...wish })).toMatchObject({ ok: false, refusal: { kind: 'address-invalid', field } });
  });
});

describe('the public list', () => {
  const address = { street: 'Via Roma 1', cap: '54100', municipality: 'Massa', province: 'MS', istatCode: null };
  const hours = accepted([period('monday', '08:30', '12:30')]);

  it('has desks of which it is known where they are and when they open', () => {
    expect(judgeListing({ address, hours, isClosed: false }).ok).toBe(true);
    expect(judgeListing({ address: null, hours, isClosed: false })).toMatchObject({ refusal: { because: 'no-address' } });
    expect(judgeListing({ address, hours: [], isClosed: false })).toMatchObject({ refusal: { because: 'no-hours' } });
    expect(judgeListing({ address, hours, isClosed: true })).toMatchObject({ refusal: { because: 'closed' } });
  });
});

describe('the code of a station', () => {
  it('is read as it is shown, however it is typed', () => {
    const code = drawStationCode((length) => new Uint8Array(length).map((_, index) => index * 7));
    expect(shownStationCode(code)).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(parseStationCode(` ${shownStationCode(code).toLowerCase()} `)).toBe(code);
  });

  it.each(['', 'ABCD-234', 'ABCD-2345-6', 'ABCD-I234', 'ABCD-0234'])('is not %j', (text) => expect(parseStationCode(text)).toBeUndefined());
});
