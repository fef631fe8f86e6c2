// SPDX-License-Identifier: AGPL-3.0-or-later
import { COUNTED_PLACES, MATTER_KINDS, MATTER_OUTCOMES, MATTER_STATES } from '@sportello/domain';
import * as z from 'zod';
import { ControlNumberText, Id, Instant, LocalDateText, Reason } from '../primitives';
import { SheetRangeMessage } from './sheet-range';

export const CountDifferenceView = z
  .object({ place: z.enum(COUNTED_PLACES), station: z.string().nullable(), missing: z.array(SheetRangeMessage), unexpected: z.array(SheetRangeMessage) })
  .meta({ id: 'CountDifference' });
export type CountDifferenceView = z.infer<typeof CountDifferenceView>;

/** One signature: who, when, and in which words. */
export const MatterSignature = z.object({ by: z.string(), at: Instant, reason: z.string() }).meta({ id: 'MatterSignature' });
export type MatterSignature = z.infer<typeof MatterSignature>;

/** Something about the sheets that two people explain, or that a supervisor lifts. */
export const MatterView = z
  .object({
    id: Id,
    kind: z.enum(MATTER_KINDS),
    state: z.enum(MATTER_STATES),
    desk: z.string(),
    station: z.string().nullable(),
    day: LocalDateText,
    openedAt: Instant,
    openedBy: z.string().nullable(),
    /** The sheets that it is about: those that may have to go out of use. */
    ranges: z.array(SheetRangeMessage),
    expected: ControlNumberText.nullable(),
    numberRead: ControlNumberText.nullable(),
    differences: z.array(CountDifferenceView),
    outcome: z.enum(MATTER_OUTCOMES).nullable(),
    outcomes: z.array(z.enum(MATTER_OUTCOMES)),
    signatures: z.array(MatterSignature),
    /** Something does not print because of it. */
    isStopping: z.boolean(),
    /** It is from an earlier day than today. */
    isOverdue: z.boolean(),
    /** Whether the caller's signature is one that it waits for. */
    canSign: z.boolean(),
  })
  .meta({ id: 'Matter' });
export type MatterView = z.infer<typeof MatterView>;

export const SignMatterRequest = z.strictObject({ outcome: z.enum(MATTER_OUTCOMES), reason: Reason }).meta({ id: 'SignMatterRequest' });
export type SignMatterRequest = z.infer<typeof SignMatterRequest>;

/** The number that somebody reads on the paper: of the sheet that lies next in the tray, or of one that came out. */
export const ReadNumberRequest = z.strictObject({ stationId: Id, number: ControlNumberText, isSpent: z.boolean() }).meta({ id: 'ReadNumberRequest' });
export type ReadNumberRequest = z.infer<typeof ReadNumberRequest>;

export const AskDestructionRequest = z.strictObject({ ...SheetRangeMessage.shape, reason: Reason }).meta({ id: 'AskDestructionRequest' });
export type AskDestructionRequest = z.infer<typeof AskDestructionRequest>;
