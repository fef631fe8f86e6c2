// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  APPLICANT_QUALITIES,
  CASE_KINDS,
  CASE_PURPOSES,
  CERTIFICATE_ACTS,
  CERTIFICATE_REVOCATION_REASONS,
  CHECK_ADVICE,
  type CheckFinding,
  CHECKS,
  DECLARABLE_REASONS,
  DECLARATIONS,
  DOCUMENT_TYPES,
  DUPLICATE_REASONS,
  ENVELOPE_LANGUAGES,
  FINDING_RULES,
  MODES_OF_ACTIVATION,
  type ReturnReason,
  RETURN_REASONS,
  SIGNING_WAYS,
  VERDICTS,
} from '@sportello/domain';
import * as z from 'zod';
import { ControlNumberText, Instant, LocalDateText } from '../primitives';

/** What all papers of a desk have in common: whose they are, and whom a citizen asks. */
export const PaperHead = z.strictObject({
  body: z.string(),
  /** Null: no desk's, as the form that anybody may load down. */
  desk: z.strictObject({ name: z.string(), place: z.string() }).nullable(),
  controller: z.string(),
  noticeVersion: z.string(),
  /** Left out: the region's. */
  helpDesk: z.strictObject({ phone: z.string(), hours: z.string() }).exactOptional(),
  /** The body's mark, PNG or JPEG, base64. */
  logo: z.base64().max(50_000).exactOptional(),
  isTest: z.boolean(),
});
export type PaperHead = z.infer<typeof PaperHead>;

export const PaperLanguage = z.enum(ENVELOPE_LANGUAGES);
export type PaperLanguage = z.infer<typeof PaperLanguage>;

/** As the paper names somebody; what is not known is an empty text, and null where a birth date is not. */
export const PersonText = z.strictObject({
  /** Surname and name. */
  fullName: z.string(),
  sex: z.enum(['F', 'M']).nullable(),
  birthDate: LocalDateText.nullable(),
  birthPlace: z.string(),
  codiceFiscale: z.string(),
});
export type PersonText = z.infer<typeof PersonText>;

const HolderText = z.strictObject({ ...PersonText.shape, sex: z.enum(['F', 'M']), birthDate: LocalDateText });
const CardText = z.strictObject({ type: z.string().nullable(), idCartaLast4: z.string().length(4), expiresOn: LocalDateText });
/** Of its number only the end, so that a lost paper lends nobody's document. */
const DocumentText = z.strictObject({ type: z.enum(DOCUMENT_TYPES), last4: z.string().max(4) });
const DecreeText = z.strictObject({ number: z.string(), issuedOn: LocalDateText, court: z.string() });
const ApplicantText = z.strictObject({ ...PersonText.shape, quality: z.enum(APPLICANT_QUALITIES) });

/** Who asked for what, for which card, known by which document. */
const ApplicationText = {
  formNumber: z.string(),
  receiptNumber: z.string(),
  kind: z.enum(CASE_KINDS),
  purpose: z.enum(CASE_PURPOSES),
  duplicateReason: z.enum(DUPLICATE_REASONS).nullable(),
  mode: z.enum(MODES_OF_ACTIVATION),
  holder: HolderText,
  /** Null: the holder themself. */
  applicant: ApplicantText.nullable(),
  card: CardText,
  /** Of whoever stands at the counter: the applicant, or the holder. */
  document: DocumentText,
  requestedAt: Instant,
  controlNumber: ControlNumberText,
  operator: z.string(),
};

/** The single form: request, notice and receipt, in two copies. */
export const FormText = z.strictObject({ paper: z.literal('form'), ...ApplicationText });
export type FormText = z.infer<typeof FormText>;

/** The receipt alone, for somebody who lost theirs. */
export const ReceiptText = z.strictObject({ paper: z.literal('receipt'), ...ApplicationText, deliveredAt: Instant.nullable(), logProof: z.string().max(2_000).nullable() });

/** What the applicant declares and signs: one declaration, for one card or for several of the same visit. */
export const SelfDeclarationText = z.strictObject({
  paper: z.literal('self-declaration'),
  formNumber: z.string(),
  declaration: z.enum(DECLARATIONS),
  declarant: PersonText,
  document: DocumentText.nullable(),
  holders: z.array(z.strictObject({ fullName: z.string(), birthDate: LocalDateText, codiceFiscale: z.string(), idCartaLast4: z.string().length(4) })).min(1).max(8),
  /** Of a support administrator. */
  decree: DecreeText.nullable(),
  /** What emancipated the minor; empty: written by hand. */
  title: z.string().max(200),
  /** Of a loss of codes. */
  duplicateReason: z.enum(DUPLICATE_REASONS).nullable(),
  signing: z.enum(SIGNING_WAYS),
});

/** The TS-CNS delegation for reasons of health: what is null or empty is filled in by hand. */
export const DelegationText = z.strictObject({
  paper: z.literal('delegation'),
  formNumber: z.string().nullable(),
  holder: z.strictObject({ ...PersonText.shape, document: DocumentText.nullable() }).nullable(),
  delegate: z.strictObject({ ...PersonText.shape, document: DocumentText.nullable() }).nullable(),
});

export const LeafletText = z.strictObject({
  paper: z.literal('leaflet'),
  /** As printed top left on the card; null: not known. */
  cardType: z.string().nullable(),
  /** What the citizen installs for a card of this type; null: not known. */
  software: z.string().nullable(),
});

/** Never names anybody: it lies about on tables. */
export const ReturnSlipText = z.strictObject({
  paper: z.literal('return-slip'),
  reason: z.enum(RETURN_REASONS as [ReturnReason, ...ReturnReason[]]),
  /** Set on the variant *Torna senza fila*: the case that waits. */
  caseNumber: z.int().nullable(),
  issuedAt: Instant,
});

export const WhatToBringText = z.strictObject({ paper: z.literal('what-to-bring'), kind: z.enum(CASE_KINDS), purpose: z.enum(CASE_PURPOSES) });

export const FunctionalCheckText = z.strictObject({
  paper: z.literal('functional-check'),
  checkedAt: Instant,
  operator: z.string(),
  cardType: z.string().nullable(),
  /** Null: the chip did not tell its number. */
  idCartaLast4: z.string().length(4).nullable(),
  verdict: z.enum(VERDICTS),
  advice: z.enum(CHECK_ADVICE),
  rows: z.array(z.strictObject({ check: z.enum(CHECKS), finding: z.enum(Object.keys(FINDING_RULES) as CheckFinding[]) })).min(1).max(CHECKS.length),
});

/** Of smart-card readers. Amounts are cents; no fiscal document. */
export const SaleReceiptText = z.strictObject({
  paper: z.literal('sale-receipt'),
  receiptNumber: z.string(),
  soldAt: Instant,
  operator: z.string(),
  quantity: z.int().min(1),
  unitNetCents: z.int().min(0),
  vatPercent: z.number().min(0).max(100),
  netCents: z.int().min(0),
  vatCents: z.int().min(0),
  totalCents: z.int().min(0),
});

/** Of a request for revocation: its number, and when it was asked for to the second. */
export const RevocationReceiptText = z.strictObject({
  paper: z.literal('revocation-receipt'),
  requestNumber: z.string(),
  recordedAt: Instant,
  operator: z.string(),
  act: z.enum(CERTIFICATE_ACTS),
  reason: z.enum(CERTIFICATE_REVOCATION_REASONS),
  /** Null: nobody was recognised, and no card is named. */
  idCartaLast8: z.string().length(8).nullable(),
  isDecided: z.boolean(),
});

/** What somebody at a desk declares and signs who has no report of a theft or a loss. */
export const RevocationDeclarationText = z.strictObject({
  paper: z.literal('revocation-declaration'),
  reason: z.enum(DECLARABLE_REASONS),
  /** When it was noticed. */
  happenedAt: Instant,
  declarant: PersonText,
  document: DocumentText,
  /** The declarant is the holder, or speaks for them. */
  isHolder: z.boolean(),
  idCartaLast8: z.string().length(8),
});

/** What a paper tells besides its head. None carries a code. */
export const PaperText = z
  .discriminatedUnion('paper', [FormText, ReceiptText, SelfDeclarationText, DelegationText, LeafletText, ReturnSlipText, WhatToBringText, FunctionalCheckText, SaleReceiptText, RevocationReceiptText, RevocationDeclarationText])
  .meta({ id: 'PaperText' });
export type PaperText = z.infer<typeof PaperText>;
