// SPDX-License-Identifier: AGPL-3.0-or-later
import { PCSC_BINDINGS } from '@sportello/card-io/pcsc';
import * as z from 'zod';

/** What the station's program and the process that looks at the readers for it say to each other. */

export const ScoutOrder = z.strictObject({
  binding: z.enum(PCSC_BINDINGS),
  /** After the list, what comes and goes in each of them. */
  isToWatch: z.boolean(),
});
export type ScoutOrder = z.infer<typeof ScoutOrder>;

export const ScoutReport = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('not-built'), reason: z.string(), remedy: z.string() }),
  /** PC/SC does not answer. */
  z.strictObject({ type: z.literal('no-service') }),
  z.strictObject({ type: z.literal('readers'), names: z.array(z.string()) }),
  /** Null: the reader cannot be looked into. */
  z.strictObject({ type: z.literal('slot'), reader: z.string(), hasCard: z.boolean().nullable() }),
]);
export type ScoutReport = z.infer<typeof ScoutReport>;
