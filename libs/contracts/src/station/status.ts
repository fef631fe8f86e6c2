// SPDX-License-Identifier: AGPL-3.0-or-later
import { STATIONERIES } from '@sportello/domain';
import * as z from 'zod';

/** `unknown` until the station has spoken for the first time; `restarting` while a process that hung or fell is replaced. */
export const ReaderCondition = z.enum(['ready', 'no-reader', 'no-service', 'no-binding', 'busy', 'restarting', 'unknown']);
export type ReaderCondition = z.infer<typeof ReaderCondition>;

/**
 * `certificate-changed`: it shows another certificate than the pinned one, or one that nobody vouches for. `spools-to-disk`: a queue that keeps what it prints on a disk, where
 * envelopes are not to lie. To both nothing is sent.
 */
export const PrinterCondition = z.enum([
  'ready',
  'printing',
  'media-jam',
  'media-empty',
  'door-open',
  'output-full',
  'toner-empty',
  'stopped',
  'offline',
  'certificate-changed',
  'spools-to-disk',
  'unknown',
]);
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
    /** What envelopes are printed on here. A station that does not say it prints none outside rehearsal. */
    stationery: z.enum(STATIONERIES).exactOptional(),
    /** True when a device is simulated: pages then carry the banner. */
    isTest: z.boolean(),
    version: z.string().max(40),
  })
  .meta({ id: 'StationStatus' });
export type StationStatus = z.infer<typeof StationStatus>;
