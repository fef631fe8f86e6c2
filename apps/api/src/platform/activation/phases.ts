// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, WritePhase } from '@sportello/contracts';
import { WRITE_PHASES } from '@sportello/contracts';
import type { IntentRow } from '../database/rows/intent-row';
import type { PhaseColumn } from './intent.repository';

export const COLUMN_OF_PHASE: Readonly<Record<WritePhase, PhaseColumn>> = {
  'sheet-scanned': 'sheetScannedAt',
  'card-checked': 'cardCheckedAt',
  'codes-written': 'codesWrittenAt',
  'proof-signed': 'proofSignedAt',
  'outcome-recorded': 'outcomeRecordedAt',
};

/** The phases of the write that were reached, in their order. */
export function phasesOf(intent: IntentRow | undefined): CaseView['phases'] {
  return WRITE_PHASES.flatMap((phase) => {
    const at = intent?.[COLUMN_OF_PHASE[phase]];
    return at ? [{ phase, at: at.toISOString() }] : [];
  });
}
