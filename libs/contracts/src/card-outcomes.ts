// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { LocalDateText } from './primitives';
import { ProblemCode } from './problem';

/** From the first of these days at the desk to the last. */
export const CardOutcomesPeriod = z.strictObject({ from: LocalDateText, to: LocalDateText });
export type CardOutcomesPeriod = z.infer<typeof CardOutcomesPeriod>;

/** How often cards of one type could not be served at one desk, and why; `proof-invalid` and `lost` are cards whose case ended *faulty* or *lost*. Nothing of a person. */
export const CardOutcomes = z
  .object({
    from: LocalDateText,
    to: LocalDateText,
    rows: z.array(
      z.object({
        desk: z.string(),
        /** As printed on the plastic; null: the chip did not tell. */
        cardType: z.string().nullable(),
        outcome: z.union([ProblemCode, z.literal('lost')]),
        count: z.int(),
      }),
    ),
  })
  .meta({ id: 'CardOutcomes' });
export type CardOutcomes = z.infer<typeof CardOutcomes>;
