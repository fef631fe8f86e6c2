// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Base64Url, Id, Instant, Reason } from '../primitives';

/** The codes of a case lie at a station that is gone, and somebody asked that the station with the card finish it. */
export const StationChangeView = z
  .object({
    askedBy: z.string(),
    askedAt: Instant,
    expiresAt: Instant,
    reason: z.string(),
    /** The station that will have the codes. */
    station: z.string(),
    /** Who looks is who asked: somebody else has to confirm. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'StationChange' });
export type StationChangeView = z.infer<typeof StationChangeView>;

const Mac = Base64Url.length(43);

/** The first person asks, with a reason, and approves towards the vault with their own code. */
export const AskStationChangeRequest = z
  .strictObject({ revision: z.int(), requestId: Id, mac: Mac, reason: Reason })
  .meta({ id: 'AskStationChangeRequest' });
export type AskStationChangeRequest = z.infer<typeof AskStationChangeRequest>;

/** The second person, another one, confirms with theirs. */
export const ConfirmStationChangeRequest = z.strictObject({ revision: z.int(), requestId: Id, mac: Mac }).meta({ id: 'ConfirmStationChangeRequest' });
export type ConfirmStationChangeRequest = z.infer<typeof ConfirmStationChangeRequest>;
