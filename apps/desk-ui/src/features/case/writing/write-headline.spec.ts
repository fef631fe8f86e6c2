// SPDX-License-Identifier: AGPL-3.0-or-later
import { card, caseView, station } from '../../../testing/fixtures';
import { readerTrouble } from '../../../ui/states/reader-trouble';
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

test('a stopped case says why, with its card or without, and does not ask for it', () => {
  const halted = caseView('interrupted', { obstacle: { code: 'supervisor-needed', details: { because: 'blocked' } } });
  for (const place of [here, { kind: 'empty' }] as const) expect(headlineOf(halted, place)).toMatchObject({ shape: 'stopped', title: { key: 'stopped.because.blocked.title' } });
});

test('a form that did not come out keeps no write', () => {
  const halted = caseView('interrupted', { obstacle: { code: 'printer-unavailable', details: { printer: 'forms' } } });
  expect(headlineOf(halted, here).title.key).toBe('writing.halted');
});

test('a reader that went away is told as what it is, and nobody is accused of having taken the card out', () => {
  const trouble = readerTrouble(station({ reader: 'restarting' }));
  for (const state of ['writing', 'interrupted'] as const) {
    expect(headlineOf(caseView(state), { kind: 'empty' }, trouble)).toMatchObject({ shape: 'attention', title: { key: 'readerTrouble.restarting.title' } });
  }
});

test('a station that is lost while it writes finishes by itself: the card stays', () => {
  const lost = caseView('writing', { obstacle: { code: 'station-offline' } });
  expect(headlineOf(lost, { kind: 'empty' }, readerTrouble(station({ isOnline: false }))).title.key).toBe('readerTrouble.offline-writing.title');
});

test('a running write says to leave the card', () => {
  expect(headlineOf(caseView('writing'), here).title.key).toBe('writing.title');
});
