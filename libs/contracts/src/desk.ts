// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_STATES, MATTER_KINDS } from '@sportello/domain';
import * as z from 'zod';
import { CardInReader } from './card';
import { DayState } from './custody/desk-day';
import { ControlNumberText, Id, Instant } from './primitives';
import { PrinterCondition, ReaderCondition } from './station/status';

/** One line of *Pratiche aperte*: number and initials, never a name. */
export const OpenCaseLine = z
  .object({
    id: Id,
    number: z.int(),
    initials: z.string(),
    state: z.enum(CASE_STATES),
    /** Nothing more is written until a supervisor has decided. */
    isStopped: z.boolean(),
    changedAt: Instant,
    controlNumber: ControlNumberText.nullable(),
    isCardInReader: z.boolean(),
    /** In whose hands it is. */
    inCharge: z.string(),
    /** A colleague handed it to the caller, and it has not moved on since. */
    isHandedToMe: z.boolean(),
  })
  .meta({ id: 'OpenCaseLine' });
export type OpenCaseLine = z.infer<typeof OpenCaseLine>;

export const StationView = z
  .object({
    id: Id,
    name: z.string(),
    isOnline: z.boolean(),
    lastSeenAt: Instant.nullable(),
    reader: ReaderCondition,
    operatorReader: ReaderCondition.nullable(),
    envelopes: PrinterCondition,
    forms: PrinterCondition,
  })
  .meta({ id: 'Station' });
export type StationView = z.infer<typeof StationView>;

/** How it stands with the day and its sheets, as far as it concerns whoever works a case. */
export const CustodyLine = z
  .object({
    day: DayState,
    isStockLow: z.boolean(),
    minimumSheets: z.int(),
    /** Why nothing prints on blind sheets; null: it does. */
    stop: z.enum(MATTER_KINDS).nullable(),
    /** How many matters wait for somebody's signature. */
    matters: z.int(),
  })
  .meta({ id: 'CustodyLine' });
export type CustodyLine = z.infer<typeof CustodyLine>;

/** Everything that the desk page shows besides the case in hand; read again at each hint and at each reconnection. */
export const DeskView = z
  .object({
    at: Instant,
    station: StationView.nullable(),
    /** `asked`: the desk has several, and this browser has not said at which one it stands; until then it has none. `only`: nothing to say, for there are no two. */
    stationChoice: z.enum(['only', 'made', 'asked']),
    /** In the citizen's reader. */
    cardInReader: CardInReader.nullable(),
    /** In the operator's reader. */
    secondCard: CardInReader.nullable(),
    openCases: z.array(OpenCaseLine),
    today: z.object({ delivered: z.int(), refused: z.int(), held: z.int(), spoiled: z.int() }),
    sheets: z.object({ loaded: z.int(), next: ControlNumberText.nullable() }),
    custody: CustodyLine,
  })
  .meta({ id: 'Desk' });
export type DeskView = z.infer<typeof DeskView>;
