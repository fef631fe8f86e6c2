// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_STATES } from '@sportello/domain';
import * as z from 'zod';
import { CardInReader } from './card';
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

/** Everything that the desk page shows besides the case in hand; read again at each hint and at each reconnection. */
export const DeskView = z
  .object({
    at: Instant,
    station: StationView.nullable(),
    /** In the citizen's reader. */
    cardInReader: CardInReader.nullable(),
    /** In the operator's reader. */
    secondCard: CardInReader.nullable(),
    openCases: z.array(OpenCaseLine),
    today: z.object({ delivered: z.int(), refused: z.int(), held: z.int(), spoiled: z.int() }),
    sheets: z.object({ loaded: z.int(), next: ControlNumberText.nullable() }),
  })
  .meta({ id: 'Desk' });
export type DeskView = z.infer<typeof DeskView>;
