// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport } from '@sportello/contracts';
import { assertNever } from '@sportello/domain';
import type { Obstacle } from '../../platform/activation/situation';

export type PrintFailure = Extract<JobReport, { readonly type: 'print-failed' }>;

/** What a failed print leaves in the way of its case. */
export function obstacleOf({ reason, condition }: PrintFailure, printer: 'envelopes' | 'forms'): Obstacle {
  switch (reason) {
    case 'card-removed':
    case 'wrong-card':
      return { kind: reason };
    case 'printer':
      return { kind: 'printer-unavailable', details: { printer, condition } };
    case 'station-interrupted':
    case 'intent-refused':
      return { kind: 'printer-unavailable', details: { printer, condition, because: reason } };
    default:
      return assertNever(reason);
  }
}
