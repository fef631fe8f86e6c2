// SPDX-License-Identifier: AGPL-3.0-or-later
import { LARGEST_LOT, LOT_STATES } from '@sportello/domain';
import * as z from 'zod';
import { Hex, Id, IdCartaText, Instant, Reason } from '../primitives';

/** Looks what would happen, and does nothing: the first of two supervisors. */
export const DryRunLotRequest = z.strictObject({ cards: z.array(IdCartaText).min(1).max(LARGEST_LOT), reason: Reason }).meta({ id: 'DryRunLotRequest' });
export type DryRunLotRequest = z.infer<typeof DryRunLotRequest>;

/** The same list again, let go by another supervisor: refused when it is not the list of the dry run. */
export const ConfirmLotRequest = z.strictObject({ revision: z.int(), cards: z.array(IdCartaText).min(1).max(LARGEST_LOT) }).meta({ id: 'ConfirmLotRequest' });
export type ConfirmLotRequest = z.infer<typeof ConfirmLotRequest>;

export const RevocationLotView = z
  .object({
    id: Id,
    revision: z.int(),
    state: z.enum(LOT_STATES),
    reason: z.string(),
    /** SHA-256 of the list, each serial once, in order, one per line. */
    digest: Hex,
    cards: z.int(),
    /** What the dry run found; only `toRevoke` become requests. */
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
