// SPDX-License-Identifier: AGPL-3.0-or-later
import { CORRECTION_FIELDS } from '@sportello/domain';
import * as z from 'zod';
import { Instant, Reason } from '../primitives';

/** What a recorded datum should have been, and why. Dates as YYYY-MM-DD; null where the document bears no such thing. */
export const CorrectCaseRequest = z
  .strictObject({ revision: z.int(), field: z.enum(CORRECTION_FIELDS), value: z.string().trim().max(200).nullable(), reason: Reason })
  .meta({ id: 'CorrectCaseRequest' });
export type CorrectCaseRequest = z.infer<typeof CorrectCaseRequest>;

export const CorrectionView = z
  .object({
    field: z.enum(CORRECTION_FIELDS),
    reason: z.string(),
    by: z.string(),
    at: Instant,
    /** What was taken down at first, and what it should have been. Null while the card is not in this desk's reader. */
    values: z.object({ recorded: z.string().nullable(), corrected: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Correction' });
export type CorrectionView = z.infer<typeof CorrectionView>;
