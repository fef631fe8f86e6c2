// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { LocalDateText } from './primitives';
import { EnvelopeStyleMessage } from './case/envelope-style';

/** What the operator took from the identity document. `expiresOn` is null where the type may have no expiry. */
export const IdentityDocumentMessage = z
  .strictObject({
    type: z.string().min(1).max(40),
    number: z.string().trim().min(1).max(30),
    issuer: z.string().trim().min(1).max(120),
    issuedOn: LocalDateText,
    expiresOn: LocalDateText.nullable(),
    source: z.enum(['typed', 'mrz']),
  })
  .meta({ id: 'IdentityDocument' });
export type IdentityDocumentMessage = z.infer<typeof IdentityDocumentMessage>;

/** The person as the document names them. */
export const PersonOnDocument = z
  .strictObject({
    surname: z.string().trim().min(1).max(120),
    name: z.string().trim().max(120),
    birthDate: LocalDateText,
    codiceFiscale: z.string().trim().max(16).nullable(),
  })
  .meta({ id: 'PersonOnDocument' });
export type PersonOnDocument = z.infer<typeof PersonOnDocument>;

export const COMPARED_FIELDS = ['surname', 'name', 'birthDate', 'codiceFiscale'] as const;

export const IdentificationRequest = z
  .strictObject({
    revision: z.int(),
    document: IdentityDocumentMessage,
    person: PersonOnDocument,
    /** The rows in which chip and document differ and the operator judged that they name the same person. */
    accepted: z.array(z.enum(COMPARED_FIELDS)),
    isFaceConfirmed: z.literal(true),
    /** How the envelope is to be printed, which follows at once. Left out: as the case has it. */
    envelope: EnvelopeStyleMessage.exactOptional(),
  })
  .meta({ id: 'IdentificationRequest' });
export type IdentificationRequest = z.infer<typeof IdentificationRequest>;
