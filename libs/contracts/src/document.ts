// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_PAPERS, DECLARATIONS } from '@sportello/domain';
import * as z from 'zod';
import { ApplicantCard, Decree, Delegation, PaperSeen } from './case/application';
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
    /** The names were read from a machine-readable zone that had no room for all of them. */
    isNameCutOff: z.boolean().exactOptional(),
  })
  .meta({ id: 'PersonOnDocument' });
export type PersonOnDocument = z.infer<typeof PersonOnDocument>;

export const COMPARED_FIELDS = ['surname', 'name', 'birthDate', 'codiceFiscale'] as const;

const ONE_OF_EACH = 'each is told once';

function isOneOfEach(told: readonly string[]): boolean {
  return new Set(told).size === told.length;
}

function areOneOfEach(papers: readonly PaperSeen[]): boolean {
  return isOneOfEach(papers.map(({ paper }) => paper));
}

/** What is told besides the document, as the kind of case asks for it; the signed declarations among it. */
const APPLICATION = {
  papers: z.array(PaperSeen).max(CASE_PAPERS.length).refine(areOneOfEach, ONE_OF_EACH).exactOptional(),
  declarations: z.array(z.enum(DECLARATIONS)).max(DECLARATIONS.length).refine(isOneOfEach, ONE_OF_EACH).exactOptional(),
  decree: Decree.exactOptional(),
  delegation: Delegation.exactOptional(),
} as const;

/** Document, person and accepted differences are those of whoever is at the counter. */
export const IdentificationRequest = z
  .strictObject({
    revision: z.int(),
    document: IdentityDocumentMessage,
    person: PersonOnDocument,
    applicantCard: ApplicantCard.exactOptional(),
    ...APPLICATION,
    /** What emancipated the minor: of which office, number and date. */
    emancipationTitle: z.string().trim().min(3).max(200).exactOptional(),
    /** The rows in which chip and document differ and the operator judged that they name the same person. */
    accepted: z.array(z.enum(COMPARED_FIELDS)).max(COMPARED_FIELDS.length),
    isFaceConfirmed: z.literal(true),
    /** How the envelope is to be printed, which follows at once. Left out: as the case has it. */
    envelope: EnvelopeStyleMessage.exactOptional(),
  })
  .meta({ id: 'IdentificationRequest' });
export type IdentificationRequest = z.infer<typeof IdentificationRequest>;

/** The applicant of an earlier case of the same visit goes on with this card: their identification, card and signed declaration carry over. */
export const SameApplicantRequest = z
  .strictObject({ revision: z.int(), ...APPLICATION, isFaceConfirmed: z.literal(true), envelope: EnvelopeStyleMessage.exactOptional() })
  .meta({ id: 'SameApplicantRequest' });
export type SameApplicantRequest = z.infer<typeof SameApplicantRequest>;
