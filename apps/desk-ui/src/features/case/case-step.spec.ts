// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_STATES } from '@sportello/domain';
import { partOf, stepsOf } from './case-step';

const marks = (state: Parameters<typeof stepsOf>[0]) => stepsOf(state).map(({ is }) => is).join(' ');

test('a card without a case stands at the first step', () => {
  expect(marks(null)).toBe('current ahead ahead ahead ahead');
});

test.each([
  ['recognised', 'done current ahead ahead ahead'],
  ['authorised', 'done done current ahead ahead'],
  ['printing', 'done done current ahead ahead'],
  ['printed', 'done done done current ahead'],
  ['interrupted', 'done done done current ahead'],
  ['written', 'done done done done current'],
  ['undelivered', 'done done done done current'],
  ['delivered', 'done done done done done'],
  ['refused', 'done current ahead ahead ahead'],
  ['faulty', 'done done done current ahead'],
] as const)('a case that is %s', (state, expected) => {
  expect(marks(state)).toBe(expected);
});

test('every state of a case has its part of the page', () => {
  for (const state of CASE_STATES) expect(['identity', 'approval', 'envelope', 'writing', 'delivery', 'ending']).toContain(partOf(state));
});
