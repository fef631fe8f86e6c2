// SPDX-License-Identifier: AGPL-3.0-or-later
import { card, caseView } from '../../../testing/fixtures';
import { headlineOf } from './write-headline';

const here = { kind: 'card', card: card() } as const;

test('a pulled card is no fault: neutral, and nothing to start again', () => {
  expect(headlineOf(caseView('interrupted'), { kind: 'empty' })).toMatchObject({ shape: 'interrupted', title: { key: 'writing.takenOut' }, text: { key: 'writing.noRestart' } });
});

test('another card is told, with the initials of whose card is awaited', () => {
  expect(headlineOf(caseView('interrupted'), { kind: 'foreign', insertionId: 'x' })).toMatchObject({
    shape: 'attention',
    title: { key: 'problems.wrong-card.title', params: { number: 119 } },
    text: { params: { initials: 'R.M.' } },
  });
});

test('an envelope that was read without the card asks for the card', () => {
  expect(headlineOf(caseView('printed'), { kind: 'empty' }).title.key).toBe('writing.insert');
});

test('what keeps the write from going on with the card in place is said', () => {
  const halted = caseView('interrupted', { obstacle: { code: 'supervisor-needed' } });
  expect(headlineOf(halted, here).title.key).toBe('problems.supervisor-needed.title');
});

test('a form that did not come out keeps no write', () => {
  const halted = caseView('interrupted', { obstacle: { code: 'printer-unavailable', details: { printer: 'forms' } } });
  expect(headlineOf(halted, here).title.key).toBe('writing.halted');
});

test('a running write says to leave the card', () => {
  expect(headlineOf(caseView('writing'), here).title.key).toBe('writing.title');
});
