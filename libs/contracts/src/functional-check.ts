// SPDX-License-Identifier: AGPL-3.0-or-later
import { CHECK_ADVICE, CHECK_OUTCOMES, CHECKS, type CheckFinding, FINDING_RULES, VERDICTS } from '@sportello/domain';
import * as z from 'zod';
import { Id, Instant } from './primitives';

/** Of the card in either reader, by the stay that the page saw. */
export const FunctionalCheckRequest = z.strictObject({ insertionId: Id }).meta({ id: 'FunctionalCheckRequest' });
export type FunctionalCheckRequest = z.infer<typeof FunctionalCheckRequest>;

const FINDINGS = Object.keys(FINDING_RULES) as CheckFinding[];

export const CheckRowView = z.object({ check: z.enum(CHECKS), outcome: z.enum(CHECK_OUTCOMES), finding: z.enum(FINDINGS) }).meta({ id: 'CheckRow' });
export type CheckRowView = z.infer<typeof CheckRowView>;

/** As it is kept and printed: nothing of the person. */
export const FunctionalCheckView = z
  .object({
    id: Id,
    at: Instant,
    /** The last four digits; null when they could not be read. */
    idCartaEnding: z.string().nullable(),
    cardType: z.string().nullable(),
    verdict: z.enum(VERDICTS),
    advice: z.enum(CHECK_ADVICE),
    rows: z.array(CheckRowView),
    /** The name of the reported lot that the card belongs to. */
    lot: z.string().nullable(),
  })
  .meta({ id: 'FunctionalCheck' });
export type FunctionalCheckView = z.infer<typeof FunctionalCheckView>;
