// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallRow } from '../database/rows/call-row';

/** A call of which nothing is written down yet. */
export const NEW_CALL = {
  revision: 1,
  state: 'open',
  callerKind: null,
  category: null,
  notes: '',
  mailText: null,
  mailRedactions: null,
  mayRecordUnverified: false,
  outcome: null,
  followUp: null,
  followUpBy: null,
  callBackAt: null,
  closedAt: null,
} as const satisfies Partial<CallRow>;
