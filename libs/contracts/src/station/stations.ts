// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Id, Instant } from '../primitives';
import { PrinterCondition, ReaderCondition } from './status';

/** Why a station was revoked. */
export const REVOCATION_REASONS = ['lost', 'replaced', 'dismissed'] as const;
export const RevocationReason = z.enum(REVOCATION_REASONS);
export type RevocationReason = z.infer<typeof RevocationReason>;

/** `awaited`: nobody has enrolled it yet. */
export const STATION_STATES = ['awaited', 'online', 'away', 'revoked'] as const;

export const ManagedStation = z
  .object({
    id: Id,
    revision: z.int().min(1),
    name: z.string(),
    state: z.enum(STATION_STATES),
    lastSeenAt: Instant.nullable(),
    version: z.string().nullable(),
    reader: ReaderCondition,
    operatorReader: ReaderCondition.nullable(),
    envelopes: PrinterCondition,
    forms: PrinterCondition,
    isTest: z.boolean(),
    /** Until when an enrolment code that was handed out is good; null: none is. */
    codeGoodUntil: Instant.nullable(),
    revoked: z.object({ at: Instant, because: RevocationReason.nullable() }).nullable(),
  })
  .meta({ id: 'ManagedStation' });
export type ManagedStation = z.infer<typeof ManagedStation>;

/** All stations of the installation, by desk. */
export const StationsView = z
  .object({ desks: z.array(z.object({ id: Id, name: z.string(), place: z.string(), body: z.string(), isClosed: z.boolean(), stations: z.array(ManagedStation) })) })
  .meta({ id: 'Stations' });
export type StationsView = z.infer<typeof StationsView>;

const StationName = z.string().trim().min(1).max(80);

export const AddStationRequest = z.strictObject({ deskId: Id, name: StationName }).meta({ id: 'AddStationRequest' });
export type AddStationRequest = z.infer<typeof AddStationRequest>;

export const RenameStationRequest = z.strictObject({ revision: z.int().min(1), name: StationName }).meta({ id: 'RenameStationRequest' });
export type RenameStationRequest = z.infer<typeof RenameStationRequest>;

export const RevokeStationRequest = z.strictObject({ revision: z.int().min(1), because: RevocationReason }).meta({ id: 'RevokeStationRequest' });
export type RevokeStationRequest = z.infer<typeof RevokeStationRequest>;

/** The code that the station shows to whoever stands before it: sent over the signed channel, kept as a keyed MAC only. */
export const StationCodeMessage = z.strictObject({ code: z.string().min(8).max(20) }).meta({ id: 'StationCode' });
export type StationCodeMessage = z.infer<typeof StationCodeMessage>;

/** A browser says at which station it stands, by the code that is shown there. */
export const BindStationRequest = z.strictObject({ code: z.string().trim().min(1).max(40) }).meta({ id: 'BindStationRequest' });
export type BindStationRequest = z.infer<typeof BindStationRequest>;

export const BoundStation = z.object({ stationId: Id, name: z.string() }).meta({ id: 'BoundStation' });
export type BoundStation = z.infer<typeof BoundStation>;
