// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { WritePhase } from '../case/case-view';
import { Base64Url, ControlNumberText, Id, IdCartaText, SealedBlobMessage } from '../primitives';
import { PrinterCondition } from './status';

/** Recorded before the first byte goes to printer or card. The key (`intentId`) is the station's: the same key with the same body is the same intent. */
export const IntentRequest = z
  .strictObject({
    intentId: Id,
    jobId: Id,
    caseId: Id,
    idCarta: IdCartaText,
    controlNumber: ControlNumberText,
    stationBlob: SealedBlobMessage,
    vaultBlob: SealedBlobMessage,
    apiBlob: SealedBlobMessage,
    /** The station's signature over the vault's blob with all that it is bound to (`VaultBlobDocument`). */
    vaultSignature: Base64Url,
    /** The station's signature over the canonical JSON of all the fields above. */
    signature: Base64Url,
  })
  .meta({ id: 'IntentRequest' });
export type IntentRequest = z.infer<typeof IntentRequest>;

export const IntentAnswer = z.object({ intentId: Id, nonce: Base64Url }).meta({ id: 'IntentAnswer' });
export type IntentAnswer = z.infer<typeof IntentAnswer>;

/** Figures of one card job: APDUs of the whole activation and after the go-ahead, and where the time went. */
export const JobFigures = z.strictObject({
  apdus: z.int(),
  apdusAfterGoAhead: z.int(),
  cardMilliseconds: z.number(),
  totalMilliseconds: z.number(),
});
export type JobFigures = z.infer<typeof JobFigures>;

/** `link-lost`: the API did not answer while the card waited, and nothing was changed on it. */
export const WRITE_TROUBLES = [
  'card-removed',
  'wrong-card',
  'outcome-unknown',
  'link-lost',
  'transport-codes-refused',
  'issuer-auth-refused',
  'cryptogram-refused',
  'blocked',
  'supervisor-needed',
  'refused-by-card',
  'station-interrupted',
  'blob-not-opened',
] as const;
export const PRINT_TROUBLES = ['card-removed', 'wrong-card', 'printer', 'station-interrupted', 'intent-refused'] as const;

/** How a job went, in order. After a terminal report (all but *submitted* and *phase*) the job is over. */
export const JobReport = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('submitted') }),
    z.strictObject({ type: z.literal('completed') }),
    z.strictObject({ type: z.literal('print-failed'), reason: z.enum(PRINT_TROUBLES), condition: PrinterCondition.nullable(), wasSubmitted: z.boolean() }),
    z.strictObject({ type: z.literal('phase'), fence: z.int(), phase: WritePhase }),
    z.strictObject({ type: z.literal('written'), fence: z.int(), signature: Base64Url, figures: JobFigures }),
    z.strictObject({ type: z.literal('interrupted'), fence: z.int(), reason: z.enum(WRITE_TROUBLES), statusWord: z.string().length(4).nullable() }),
  ])
  .meta({ id: 'JobReport' });
export type JobReport = z.infer<typeof JobReport>;
