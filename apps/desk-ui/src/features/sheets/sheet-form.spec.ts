// SPDX-License-Identifier: AGPL-3.0-or-later
import { EMPTY_DRAFT, freshDraft, missingIn, requestOf } from './sheet-form';

const draft = { ...EMPTY_DRAFT, first: '419', last: '600' };

test('a number is taken without its zeros, and one number alone is one sheet', () => {
  expect(requestOf('receive', draft)).toEqual({ path: 'boxes', body: { first: '000419', last: '000600', note: null } });
  expect(requestOf('spoil', { ...draft, last: '' })).toEqual({ path: 'spoiled', body: { first: '000419', last: '000419', reason: 'sheet-damaged' } });
});

test('what is missing is told in the order of the form', () => {
  expect(missingIn('load', EMPTY_DRAFT)).toBe('station');
  expect(missingIn('load', { ...EMPTY_DRAFT, station: 'one' })).toBe('first');
  expect(missingIn('load', { ...draft, station: 'one' })).toBeUndefined();
  expect(missingIn('receive', { ...draft, last: '418' })).toBe('last');
  expect(missingIn('receive', { ...draft, last: 'x' })).toBe('last');
  expect(missingIn('destroy', draft)).toBe('words');
  expect(missingIn('send', draft)).toBe('desk');
});

test('each act asks its own route', () => {
  const filled = { ...draft, station: 'one', desk: 'two', words: 'Bagnati', note: ' bolla 12 ', isSpent: true };
  expect(requestOf('load', filled)).toEqual({ path: 'loads', body: { stationId: 'one', first: '000419', last: '000600' } });
  expect(requestOf('number', filled)).toEqual({ path: 'numbers', body: { stationId: 'one', number: '000419', isSpent: true } });
  expect(requestOf('send', filled)).toEqual({ path: 'transfers', body: { toDeskId: 'two', first: '000419', last: '000600', note: 'bolla 12' } });
  expect(requestOf('destroy', filled)).toEqual({ path: 'destructions', body: { first: '000419', last: '000600', reason: 'Bagnati' } });
});

test('what there is only one of is chosen already', () => {
  const tray = { stationId: 'one', station: 'Postazione 1', next: null, last: null, count: 0, ranges: [], isStopped: false };
  expect(freshDraft({ trays: [tray], otherDesks: [] })).toMatchObject({ station: 'one', desk: '' });
  expect(freshDraft({ trays: [tray, tray], otherDesks: [] }).station).toBe('');
});
