// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, PrinterCondition } from '@sportello/contracts';
import { obstacleOf } from './obstacle';

const told = (obstacle: NonNullable<CaseView['obstacle']>, envelopes: PrinterCondition = 'ready', state: CaseView['state'] = 'authorised') => obstacleOf({ obstacle, state }, { envelopes });

test('a printer’s trouble is told as it was when the sheet was spoiled', () => {
  expect(told({ code: 'printer-unavailable', details: { condition: 'media-jam' } }).heading.key).toBe('printer.media-jam.title');
});

test('or as the printer stands now', () => {
  expect(told({ code: 'printer-unavailable' }, 'door-open').heading.key).toBe('printer.door-open.title');
});

test('a printer that did not take the sheet because it printed another is told as busy, and one that just prints is not', () => {
  expect(told({ code: 'printer-unavailable', details: { condition: 'printing' } }).heading.key).toBe('printer.printing.title');
  expect(told({ code: 'printer-unavailable' }, 'printing').heading.key).toBe('problems.printer-unavailable.title');
});

test('a printer that is well again and gave no reason is told in general words', () => {
  expect(told({ code: 'printer-unavailable' }).heading.key).toBe('problems.printer-unavailable.title');
});

test('a form that did not come out is not taken for the envelope', () => {
  expect(told({ code: 'printer-unavailable', details: { printer: 'forms', condition: 'media-empty' } }, 'ready', 'printing').heading.key).toBe('printer.form-not-printed.title');
});

test('a form’s printer that is not ready keeps an envelope back, and that is told of the right printer', () => {
  expect(told({ code: 'printer-unavailable', details: { printer: 'forms', condition: 'media-empty' } })).toMatchObject({ heading: { key: 'printer.media-empty.forms' }, text: { key: 'printer.media-empty.text' } });
});

test('every other obstacle has the words of its problem', () => {
  expect(told({ code: 'no-sheets' })).toMatchObject({ tone: 'repairable', heading: { key: 'problems.no-sheets.title' } });
});
