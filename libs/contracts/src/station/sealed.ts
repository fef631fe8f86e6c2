// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

/** The plaintexts that travel sealed, and what each blob is bound to (HPKE `info`): a blob moved to another case, sheet, card or station does not open. */
export const CodesInfo = z.strictObject({
  purpose: z.literal('sportello-codes-v1'),
  recipient: z.enum(['station', 'vault']),
  caseId: z.string(),
  intentId: z.string(),
  idCarta: z.string(),
  controlNumber: z.string(),
  stationId: z.string(),
});
export type CodesInfo = z.infer<typeof CodesInfo>;

/** For the API's eyes, once: it keeps a verifier of the first and a MAC of the second. */
export const ForApiInfo = z.strictObject({
  purpose: z.literal('sportello-for-api-v1'),
  caseId: z.string(),
  intentId: z.string(),
  idCarta: z.string(),
  controlNumber: z.string(),
  stationId: z.string(),
});
export type ForApiInfo = z.infer<typeof ForApiInfo>;
export const ForApiPlain = z.strictObject({ cip: z.string(), outerCode: z.string() });
export type ForApiPlain = z.infer<typeof ForApiPlain>;

export const TransportCodesInfo = z.strictObject({
  purpose: z.literal('sportello-transport-codes-v1'),
  jobId: z.string(),
  idCarta: z.string(),
  stationId: z.string(),
});
export type TransportCodesInfo = z.infer<typeof TransportCodesInfo>;
