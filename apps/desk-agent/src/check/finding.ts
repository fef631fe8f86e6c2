// SPDX-License-Identifier: AGPL-3.0-or-later

export const CHECKS = ['binding', 'pcsc', 'citizen-reader', 'operator-reader', 'envelope-printer', 'form-printer', 'clock', 'link', 'enrolment'] as const;
export type CheckName = (typeof CHECKS)[number];

/** `not-tried`: there is nothing of the sort here, or it hangs on something that is not well. */
export type CheckState = 'well' | 'not-well' | 'not-tried';

/** What one probe found, as whoever opens the desk reads it. */
export interface Finding {
  readonly name: CheckName;
  readonly state: CheckState;
  /** What was seen. */
  readonly seen: string;
  /** What to do; with what is not well, and never else. */
  readonly remedy: string | null;
}

export const well = (name: CheckName, seen: string): Finding => ({ name, state: 'well', seen, remedy: null });
export const notTried = (name: CheckName, seen: string): Finding => ({ name, state: 'not-tried', seen, remedy: null });
export const notWell = (name: CheckName, seen: string, remedy: string): Finding => ({ name, state: 'not-well', seen, remedy });
