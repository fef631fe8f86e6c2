// SPDX-License-Identifier: AGPL-3.0-or-later
import { RETENTION_CLASSES, RETENTION_STARTS } from '@sportello/domain';
import * as z from 'zod';
import { Instant } from './primitives';

export const RetentionTermView = z
  .object({
    class: z.enum(RETENTION_CLASSES),
    days: z.int(),
    from: z.enum(RETENTION_STARTS),
    /** To be set by the controller: until then it is the program's proposal. */
    isProposed: z.boolean(),
    /** When something of it was last erased; null: never yet. */
    lastErasedAt: Instant.nullable(),
  })
  .meta({ id: 'RetentionTerm' });
export type RetentionTermView = z.infer<typeof RetentionTermView>;

/** How long what is kept is kept. */
export const RetentionView = z.object({ terms: z.array(RetentionTermView) }).meta({ id: 'Retention' });
export type RetentionView = z.infer<typeof RetentionView>;
