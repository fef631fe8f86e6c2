// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

/** `unknown` until the station has spoken for the first time. */
export const ReaderCondition = z.enum(['ready', 'no-reader', 'no-service', 'no-binding', 'busy', 'unknown']);
export type ReaderCondition = z.infer<typeof ReaderCondition>;

export const PrinterCondition = z.enum(['ready', 'printing', 'media-jam', 'media-empty', 'door-open', 'stopped', 'offline', 'unknown']);
export type PrinterCondition = z.infer<typeof PrinterCondition>;

/** The station's devices, sent on connecting, at each change, and every fifteen seconds: a station that is not heard counts as away. */
export const StationStatus = z
  .strictObject({
    reader: ReaderCondition,
    envelopes: PrinterCondition,
    forms: PrinterCondition,
    /** True when a device is simulated: pages then carry the banner. */
    isTest: z.boolean(),
    version: z.string().max(40),
  })
  .meta({ id: 'StationStatus' });
export type StationStatus = z.infer<typeof StationStatus>;
