// SPDX-License-Identifier: AGPL-3.0-or-later
import { phaseLines, secondsRunning } from './write-progress';

const done = [
  { phase: 'sheet-scanned', at: '2026-11-24T09:43:58Z' },
  { phase: 'card-checked', at: '2026-11-24T09:43:59Z' },
] as const;

const is = (state: 'writing' | 'interrupted' | 'written') => phaseLines({ state, phases: [...done] }).map((line) => line.is);

test('the phase after the last one done runs', () => {
  expect(is('writing')).toEqual(['done', 'done', 'running', 'ahead', 'ahead']);
});

test('after the card was pulled what is done stays done, and the next is halted', () => {
  expect(is('interrupted')).toEqual(['done', 'done', 'halted', 'ahead', 'ahead']);
});

test('a phase done bears its time on the wall of the desk', () => {
  expect(phaseLines({ state: 'writing', phases: [...done] })[0]?.time).toBe('10:43:58');
});

test('the running phase counts from the end of the one before', () => {
  expect(secondsRunning({ phases: [...done], changedAt: '2026-11-24T09:00:00Z' }, Date.parse('2026-11-24T09:44:03.400Z'))).toBe(4);
});

test('no phase has run for less than no time', () => {
  expect(secondsRunning({ phases: [...done], changedAt: '' }, Date.parse('2026-11-24T09:43:00Z'))).toBe(0);
});
