// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

/** `unknown` until the station has spoken for the first time; `restarting` while a process that hung or fell is replaced. */
export const ReaderCondition = z.enum(['ready', 'no-reader', 'no-service', 'no-binding', 'busy', 'restarting', 'unknown']);
export type ReaderCondition = z.infer<typeof ReaderCondition>;

export const PrinterCondition = z.enum(['ready', 'printing', 'media-jam', 'media-empty', 'door-open', 'stopped', 'offline', 'unknown']);
export type PrinterCondition = z.infer<typeof PrinterCondition>;

/** The station's devices, sent on connecting, at each change, and every fifteen seconds: a station that is not heard counts as away. */
export const StationStatus = z
  .strictObject({
    /** The citizen's. */
    reader: ReaderCondition,
    /** The operator's, for a second card; null where the station has none. */
    operatorReader: ReaderCondition.nullable(),
    envelopes: PrinterCondition,
    forms: PrinterCondition,
    /** True when a device is simulated: pages then carry the banner. */
    isTest: z.boolean(),
    version: z.string().max(40),
  })
  .meta({ id: 'StationStatus' });
export type StationStatus = z.infer<typeof StationStatus>;
