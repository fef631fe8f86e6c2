// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS, CASE_STATES } from '@sportello/domain';
import * as z from 'zod';
import { ControlNumberText, Id, Instant } from './primitives';

/** A codice fiscale, an ID_Carta or its last eight digits, a sheet, an outer code, a receipt, a form or a case, as typed or scanned. In the body: what names a person stands in no address. */
export const SearchRequest = z.strictObject({ text: z.string().trim().min(1).max(100) }).meta({ id: 'SearchRequest' });
export type SearchRequest = z.infer<typeof SearchRequest>;

/** One line: what *Pratiche aperte* tells of a case too, and never a name. */
export const FoundCase = z
  .object({
    id: Id,
    number: z.int(),
    initials: z.string(),
    state: z.enum(CASE_STATES),
    kind: z.enum(CASE_KINDS),
    openedAt: Instant,
    changedAt: Instant,
    controlNumber: ControlNumberText.nullable(),
    desk: z.string(),
    isOwnDesk: z.boolean(),
  })
  .meta({ id: 'FoundCase' });
export type FoundCase = z.infer<typeof FoundCase>;

/** The newest first. */
export const SearchResult = z
  .object({
    cases: z.array(FoundCase).max(20),
    /** There are more: a longer text finds fewer. */
    hasMore: z.boolean(),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;
