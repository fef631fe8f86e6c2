// SPDX-License-Identifier: AGPL-3.0-or-later
import { caseView, desk, INSERTION_ID, problem, recognised } from '../testing/fixtures';
import { screenOf } from './screen';
import type { DeskSituation } from './screen';

const quiet: DeskSituation = { maySeeDesk: true, hasOffice: false, desk: desk(), isUnavailable: false, inHand: null, isOpening: false, refusal: null, isElsewhere: false, needsDesk: true };

test('the desk is idle without a case and without a card', () => {
  expect(screenOf(quiet)).toBe('idle');
});

test('a case in hand is shown, with its card or without', () => {
  expect(screenOf({ ...quiet, inHand: caseView('interrupted') })).toBe('case');
});

test.each([
  ['being read', { ...quiet, desk: desk({ cardInReader: { state: 'reading', insertionId: INSERTION_ID, insertedAt: '' } }) }],
  ['not usable', { ...quiet, desk: desk({ cardInReader: { state: 'not-usable', insertionId: INSERTION_ID, insertedAt: '', reason: 'no-chip' } }) }],
  ['being opened', { ...quiet, desk: desk({ cardInReader: recognised() }), isOpening: true }],
  ['refused', { ...quiet, desk: desk({ cardInReader: recognised() }), refusal: problem('minor-as-holder') }],
] as const)('a card that is %s is shown in its case’s place', (_, situation) => {
  expect(screenOf(situation)).toBe('case');
});

test('the other rooms of the desk are open while a case is in hand: it may wait for its sheets', () => {
  expect(screenOf({ ...quiet, inHand: caseView('authorised'), isElsewhere: true })).toBe('elsewhere');
  expect(screenOf({ ...quiet, isElsewhere: true })).toBe('elsewhere');
});

test('an office of the installation is open to who works at no desk, and while the desk loads', () => {
  expect(screenOf({ ...quiet, maySeeDesk: false, desk: null, isElsewhere: true, needsDesk: false })).toBe('elsewhere');
});

test('a card whose case was put aside leaves the desk idle', () => {
  expect(screenOf({ ...quiet, desk: desk({ cardInReader: recognised() }) })).toBe('idle');
});

test('a role that does not work at a desk is told so there, and has rooms of its own', () => {
  expect(screenOf({ ...quiet, maySeeDesk: false, desk: null })).toBe('not-for-role');
  expect(screenOf({ ...quiet, maySeeDesk: false, hasOffice: true, desk: null })).toBe('loading');
  expect(screenOf({ ...quiet, maySeeDesk: false, desk: null, isElsewhere: true })).toBe('elsewhere');
});

test('before the first answer the desk is loading, and unavailable when it failed', () => {
  expect(screenOf({ ...quiet, desk: null })).toBe('loading');
  expect(screenOf({ ...quiet, desk: null, isUnavailable: true })).toBe('unavailable');
});

test('a room that is not the desk’s is shown to whoever has no desk, and while the desk does not answer', () => {
  const own = { ...quiet, desk: null, isElsewhere: true, needsDesk: false };
  expect(screenOf({ ...own, maySeeDesk: false })).toBe('elsewhere');
  expect(screenOf({ ...own, isUnavailable: true })).toBe('elsewhere');
});
