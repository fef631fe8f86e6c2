// SPDX-License-Identifier: AGPL-3.0-or-later
import { HOLIDAYS, WEEKDAYS } from '@sportello/domain';
import * as z from 'zod';
import { Instant, LocalDateText } from '../primitives';

/** Whether somebody answers now. `until` while it is open; `next` and the reason while it is closed. */
export const OpeningView = z
  .discriminatedUnion('isOpen', [
    z.object({ isOpen: z.literal(true), until: Instant }),
    z.object({
      isOpen: z.literal(false),
      because: z.discriminatedUnion('because', [
        z.object({ because: z.literal('hour') }),
        z.object({ because: z.literal('weekday'), weekday: z.enum(WEEKDAYS) }),
        z.object({ because: z.literal('holiday'), holiday: z.enum(HOLIDAYS) }),
        z.object({ because: z.literal('patron-day') }),
        z.object({ because: z.literal('closure'), until: LocalDateText }),
      ]),
      /** Null: not within a year. */
      next: Instant.nullable(),
    }),
  ])
  .meta({ id: 'Opening' });
export type OpeningView = z.infer<typeof OpeningView>;

const PatronDay = z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) });
const Closure = z.strictObject({ from: LocalDateText, to: LocalDateText }).refine(({ from, to }) => from <= to, 'ends before it begins');

/** The days on which a week does not count: that of a body's desks, or of the help desk's line. */
export const CalendarDraft = z
  .strictObject({ isClosedOnHolidays: z.boolean(), patronDay: PatronDay.nullable(), closures: z.array(Closure).max(50) })
  .meta({ id: 'CalendarDraft' });
export type CalendarDraft = z.infer<typeof CalendarDraft>;

/** What an administrator changes of a body's calendar. */
export const ChangeCalendarRequest = CalendarDraft.extend({ revision: z.int().min(1) }).meta({ id: 'ChangeCalendarRequest' });
export type ChangeCalendarRequest = z.infer<typeof ChangeCalendarRequest>;
