// SPDX-License-Identifier: AGPL-3.0-or-later
export const OPEN_CASE_STATES = [
  'recognised',
  'identified',
  'awaiting-approval',
  'authorised',
  'printing',
  'printed',
  'writing',
  'interrupted',
  'written',
  'undelivered',
] as const;

export const FINAL_CASE_STATES = ['delivered', 'refused', 'abandoned', 'faulty', 'lost'] as const;

export const CASE_STATES = [...OPEN_CASE_STATES, ...FINAL_CASE_STATES] as const;

export type OpenCaseState = (typeof OPEN_CASE_STATES)[number];
export type FinalCaseState = (typeof FINAL_CASE_STATES)[number];
/** Where a case stands: an activation, or a duplicate of codes. */
export type CaseState = OpenCaseState | FinalCaseState;

/** Whether something is still to be done: open cases stay in *Pratiche aperte*. */
export function isOpenCase(state: CaseState): state is OpenCaseState {
  return OPEN_CASE_STATES.some((open) => open === state);
}

export function isFinalCase(state: CaseState): state is FinalCaseState {
  return !isOpenCase(state);
}
