// SPDX-License-Identifier: AGPL-3.0-or-later
import { LARGEST_LOT, LOT_STATES } from '@sportello/domain';
import * as z from 'zod';
import { Hex, Id, IdCartaText, Instant, Reason } from '../primitives';

/** Each serial is sixteen digits in quotes, with a comma; the rest has room to spare. */
export const MOST_LOT_BYTES = LARGEST_LOT * 20 + 16 * 1024;

/** Looks what would happen, and does nothing: the first of two supervisors. */
export const DryRunLotRequest = z.strictObject({ cards: z.array(IdCartaText).min(1).max(LARGEST_LOT), reason: Reason }).meta({ id: 'DryRunLotRequest' });
export type DryRunLotRequest = z.infer<typeof DryRunLotRequest>;

/** The same list again, let go by another supervisor: refused when it is not the list of the dry run. */
export const ConfirmLotRequest = z.strictObject({ revision: z.int(), cards: z.array(IdCartaText).min(1).max(LARGEST_LOT) }).meta({ id: 'ConfirmLotRequest' });
export type ConfirmLotRequest = z.infer<typeof ConfirmLotRequest>;

/** A dry run that was wrong. */
export const WithdrawLotRequest = z.strictObject({ revision: z.int() }).meta({ id: 'WithdrawLotRequest' });
export type WithdrawLotRequest = z.infer<typeof WithdrawLotRequest>;

export const RevocationLotView = z
  .object({
    id: Id,
    revision: z.int(),
    state: z.enum(LOT_STATES),
    reason: z.string(),
    /** SHA-256 of the list, each serial once, in order, one per line. */
    digest: Hex,
    cards: z.int(),
    /** Of one that was let go: cards whose turn has not come. */
    left: z.int(),
    /** What the dry run found, and what was done once it is done; only `toRevoke` become requests. */
    toRevoke: z.int(),
    alreadyRevoked: z.int(),
    alreadyRequested: z.int(),
    notActive: z.int(),
    unknown: z.int(),
    askedBy: z.string(),
    askedAt: Instant,
    /** Until when the dry run holds. */
    until: Instant,
    confirmedBy: z.string().nullable(),
    confirmedAt: Instant.nullable(),
    isOwn: z.boolean(),
    canConfirm: z.boolean(),
  })
  .meta({ id: 'RevocationLot' });
export type RevocationLotView = z.infer<typeof RevocationLotView>;

export const RevocationLotsView = z.object({ lots: z.array(RevocationLotView) }).meta({ id: 'RevocationLots' });
export type RevocationLotsView = z.infer<typeof RevocationLotsView>;
