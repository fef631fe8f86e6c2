// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { EnvelopeStyleMessage } from '../case/envelope-style';
import { ControlNumberText, Base64Url, Id, IdCartaText, Instant, LocalDateText, SealedBlobMessage } from '../primitives';
import { VaultIdentity } from '../vault/vault-key';
import { PaperHead, PaperLanguage, PaperText } from './papers';

const JobHead = { jobId: Id, caseId: Id, stationId: Id, issuedAt: Instant };

/** What the outside of an envelope says. */
export const EnvelopeText = z.strictObject({
  body: z.string(),
  deskName: z.string(),
  place: z.string(),
  date: LocalDateText,
  recipient: z.string(),
  cardType: z.string().nullable(),
  isTest: z.boolean(),
  /** As the citizen wants it; left out: Italian, in the usual layout. */
  style: EnvelopeStyleMessage.exactOptional(),
});

/** Draw codes, seal them, post the intent, print the sheet. */
export const PrintEnvelopeJob = z
  .strictObject({
    type: z.literal('print-envelope'),
    ...JobHead,
    idCarta: IdCartaText,
    /** The holder's birth date, so that no code is made of it. */
    birthDate: LocalDateText,
    controlNumber: ControlNumberText,
    cipPattern: z.strictObject({ length: z.int().min(6).max(20), alphabet: z.string().min(2).max(64) }),
    text: EnvelopeText,
    /** Whose key the second blob is sealed to, with the vault's own signature; left out: the key that was pinned at the enrolment. */
    vault: VaultIdentity.exactOptional(),
  })
  .meta({ id: 'PrintEnvelopeJob' });
export type PrintEnvelopeJob = z.infer<typeof PrintEnvelopeJob>;

/** What lets the station set the codes of an inactive card: the manufacturer's codes, or the issuer's authentication (which it asks for while the card waits). */
export const CardAuthority = z.discriminatedUnion('method', [
  /** The codes are sealed to the station under `TransportCodesInfo`. */
  z.strictObject({ method: z.literal('transport-codes'), transportCodes: SealedBlobMessage }),
  z.strictObject({ method: z.literal('issuer-auth'), keyVersion: z.int().min(1) }),
]);
export type CardAuthority = z.infer<typeof CardAuthority>;

/** Write the codes of an intent on the card, and let the chip sign that it happened. */
export const WriteCardJob = z
  .strictObject({
    type: z.literal('write-card'),
    ...JobHead,
    idCarta: IdCartaText,
    intentId: Id,
    controlNumber: ControlNumberText,
    /** The chip signs over it (DESIGN: the proof). */
    nonce: Base64Url,
    /** Grows with each lease of the case; a report under an older one is refused. */
    fence: z.int(),
    authority: CardAuthority,
    /** Writes with these codes that another station began: what it last sent to the card nobody here knows. Left out: none. */
    begunElsewhere: z.int().min(1).exactOptional(),
    /** The station's own blob, as it sent it with the intent or as the vault sealed it anew. */
    blob: SealedBlobMessage,
    /** The vault's, where it sealed the blob; left out: it is the station's own. */
    vaultSignature: Base64Url.exactOptional(),
  })
  .meta({ id: 'WriteCardJob' });
export type WriteCardJob = z.infer<typeof WriteCardJob>;

/** Print a paper without a code on the Moduli printer. Not every paper is a case's. */
export const PrintPaperJob = z
  .strictObject({ type: z.literal('print-paper'), ...JobHead, caseId: Id.nullable(), language: PaperLanguage, head: PaperHead, text: PaperText })
  .meta({ id: 'PrintPaperJob' });
export type PrintPaperJob = z.infer<typeof PrintPaperJob>;

export const StationJob = z.discriminatedUnion('type', [PrintEnvelopeJob, WriteCardJob, PrintPaperJob]).meta({ id: 'StationJob' });
export type StationJob = z.infer<typeof StationJob>;

/** A job as it travels: the signature is the API's over the canonical JSON of `job`, and the station checks it with the key it pinned. */
export const SignedJob = z.strictObject({ job: StationJob, signature: Base64Url }).meta({ id: 'SignedJob' });
export type SignedJob = z.infer<typeof SignedJob>;
