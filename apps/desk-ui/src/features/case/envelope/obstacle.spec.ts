// SPDX-License-Identifier: AGPL-3.0-or-later
import { hasSpoiledSheet, obstacleOf } from './obstacle';

test('a printer’s trouble is told as it was when the sheet was spoiled', () => {
  expect(obstacleOf({ code: 'printer-unavailable', details: { condition: 'media-jam' } }, 'ready').heading.key).toBe('printer.media-jam.title');
});

test('or as the printer stands now', () => {
  expect(obstacleOf({ code: 'printer-unavailable' }, 'door-open').heading.key).toBe('printer.door-open.title');
});

test('a printer that is well again and gave no reason is told in general words', () => {
  expect(obstacleOf({ code: 'printer-unavailable' }, 'ready').heading.key).toBe('problems.printer-unavailable.title');
});

test('a form that did not come out is not taken for the envelope', () => {
  expect(obstacleOf({ code: 'printer-unavailable', details: { printer: 'forms', condition: 'media-empty' } }, 'ready').heading.key).toBe('printer.form-not-printed.title');
});

test('every other obstacle has the words of its problem', () => {
  expect(obstacleOf({ code: 'no-sheets' }, 'ready')).toMatchObject({ tone: 'repairable', heading: { key: 'problems.no-sheets.title' } });
});

test('a voided or jammed sheet is told as spoiled, and nothing is claimed while something is missing', () => {
  expect(hasSpoiledSheet({ obstacle: null })).toBe(true);
  expect(hasSpoiledSheet({ obstacle: { code: 'printer-unavailable' } })).toBe(true);
  expect(hasSpoiledSheet({ obstacle: { code: 'no-sheets' } })).toBe(false);
});
