// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_STATES } from '@sportello/domain';
import * as z from 'zod';
import { ControlNumberText, Id, Instant, LocalDateText } from '../primitives';
import { PrinterCondition, ReaderCondition } from '../station/status';
import { MatterView } from './matters';
import { MOST_RANGES, SheetRangeMessage } from './sheet-range';
import { TrayView } from './sheets';

export const DAY_STATES = ['not-opened', 'open', 'closed'] as const;
export const DayState = z.enum(DAY_STATES);
export type DayState = z.infer<typeof DayState>;

/** The day's sum: opening + received + transferred in = delivered + spoiled + destroyed + transferred out + closing. */
export const DaySumView = z
  .object({
    opening: z.int(),
    received: z.int(),
    transferredIn: z.int(),
    delivered: z.int(),
    spoiled: z.int(),
    destroyed: z.int(),
    transferredOut: z.int(),
    closing: z.object({ 'in-stock': z.int(), loaded: z.int(), printed: z.int(), held: z.int() }),
    difference: z.int(),
  })
  .meta({ id: 'DaySum' });
export type DaySumView = z.infer<typeof DaySumView>;

/** What a station says of its own parts. */
export const SelfTestRow = z
  .object({
    stationId: Id,
    station: z.string(),
    isOnline: z.boolean(),
    reader: ReaderCondition,
    operatorReader: ReaderCondition.nullable(),
    envelopes: PrinterCondition,
    forms: PrinterCondition,
  })
  .meta({ id: 'SelfTestRow' });
export type SelfTestRow = z.infer<typeof SelfTestRow>;

export const DayView = z
  .object({
    at: Instant,
    day: LocalDateText,
    state: DayState,
    openedAt: Instant.nullable(),
    openedBy: z.string().nullable(),
    closedAt: Instant.nullable(),
    closedBy: z.string().nullable(),
    selfTest: z.array(SelfTestRow),
    trays: z.array(TrayView),
    inStock: z.array(SheetRangeMessage),
    inHand: z.array(SheetRangeMessage),
    openCases: z.array(z.object({ id: Id, number: z.int(), initials: z.string(), state: z.enum(CASE_STATES) })),
    sum: DaySumView,
    handovers: z.array(z.object({ at: Instant, from: z.string(), to: z.string(), cases: z.int() })),
    /** Who works at this desk besides the caller. */
    colleagues: z.array(z.object({ id: Id, name: z.string() })),
    matters: z.array(MatterView),
  })
  .meta({ id: 'Day' });
export type DayView = z.infer<typeof DayView>;

/** First and last sheet of each tray, null for an empty one. */
const Trays = z.array(z.strictObject({ stationId: Id, first: ControlNumberText.nullable(), last: ControlNumberText.nullable() })).max(20);

export const OpenDayRequest = z.strictObject({ trays: Trays }).meta({ id: 'OpenDayRequest' });
export type OpenDayRequest = z.infer<typeof OpenDayRequest>;

/** A count of all: trays, cupboard, and what is in hand. */
export const CloseDayRequest = z
  .strictObject({ trays: Trays, inStock: z.array(SheetRangeMessage).max(MOST_RANGES), inHand: z.array(SheetRangeMessage).max(MOST_RANGES) })
  .meta({ id: 'CloseDayRequest' });
export type CloseDayRequest = z.infer<typeof CloseDayRequest>;

/** Whoever takes over counts, with the one who leaves beside them. */
export const HandOverRequest = z.strictObject({ ...CloseDayRequest.shape, fromOperatorId: Id }).meta({ id: 'HandOverRequest' });
export type HandOverRequest = z.infer<typeof HandOverRequest>;

export const RegisterRequest = z.strictObject({ day: LocalDateText }).meta({ id: 'RegisterRequest' });
export type RegisterRequest = z.infer<typeof RegisterRequest>;
