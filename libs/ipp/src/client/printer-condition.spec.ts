// SPDX-License-Identifier: AGPL-3.0-or-later
import { printerConditionsOf } from './printer-condition';

const conditions = (state: 'idle' | 'processing' | 'stopped', ...stateReasons: readonly string[]) => printerConditionsOf({ state, stateReasons, isAcceptingJobs: true });

describe('the conditions of a printer', () => {
  it('are ready or printing when nothing hinders it', () => {
    expect(conditions('idle')).toEqual(['ready']);
    expect(conditions('processing')).toEqual(['printing']);
  });

  it.each([
    ['media-jam', 'media-jam-error'],
    ['media-jam', 'media-jam'],
    ['media-empty', 'media-empty-error'],
    ['media-empty', 'media-needed-report'],
    ['door-open', 'cover-open'],
    ['door-open', 'interlock-open-error'],
    ['tray-missing', 'input-tray-missing-warning'],
    ['output-full', 'output-area-full-report'],
    ['toner-empty', 'marker-supply-empty-error'],
    ['paused', 'moving-to-paused'],
    ['offline', 'timed-out'],
  ])('tell %s from %s, and not that it is ready, whatever the state says', (condition, reason) => {
    for (const state of ['idle', 'processing', 'stopped'] as const) expect(conditions(state, reason)).toEqual([condition]);
  });

  it('let it be ready beside a warning', () => {
    expect(conditions('idle', 'toner-low-warning', 'media-low-report')).toEqual(['media-low', 'toner-low', 'ready']);
  });

  it('stand in the order of what to look at first', () => {
    expect(conditions('stopped', 'toner-low-warning', 'media-empty-error', 'media-jam-error')).toEqual(['media-jam', 'media-empty', 'toner-low']);
  });

  it('say stopped when the printer does not say why, or in words that nobody knows', () => {
    expect(conditions('stopped')).toEqual(['stopped']);
    expect(conditions('stopped', 'com.example-flux-error')).toEqual(['stopped']);
    expect(conditions('idle', 'com.example-flux-report')).toEqual(['ready']);
  });

  it('say when it takes no jobs', () => {
    expect(printerConditionsOf({ state: 'idle', stateReasons: [], isAcceptingJobs: false })).toEqual(['not-accepting']);
  });
});
