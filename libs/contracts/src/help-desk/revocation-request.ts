// SPDX-License-Identifier: AGPL-3.0-or-later
import { CALL_NOTES_LENGTH, CASE_KINDS, CASE_PAPERS, CERTIFICATE_ACTS, CERTIFICATE_REVOCATION_REASONS, DECLARATIONS, REVOCATION_ASKERS, REVOCATION_EFFECTS } from '@sportello/domain';
import * as z from 'zod';
import { Decree, Delegation, PaperSeen } from '../case/application';
import { COMPARED_FIELDS, IdentityDocumentMessage, PersonOnDocument } from '../document';
import { Id, IdCartaText, Instant, LocalDateText } from '../primitives';
import { CardOfCaller, CipText, ToldIdentity } from './identification';

const Office = z.string().trim().min(2).max(200);
const ActNumber = z.string().trim().min(1).max(60);
const ConfirmedEffects = z.array(z.enum(REVOCATION_EFFECTS)).max(REVOCATION_EFFECTS.length);

/** What shows a theft, a loss, a death or an office's decision. */
export const ToldProofMessage = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('report'), office: Office, reportedOn: LocalDateText, number: ActNumber.nullable() }),
    /** Signed at a desk; spoken or ticked elsewhere. */
    z.strictObject({ kind: z.literal('self-declaration'), isSigned: z.boolean() }),
    z.strictObject({ kind: z.literal('death-certificate'), office: Office, diedOn: LocalDateText }),
    z.strictObject({ kind: z.literal('official-act'), office: Office, actedOn: LocalDateText, number: ActNumber }),
  ])
  .meta({ id: 'ToldProof' });
export type ToldProofMessage = z.infer<typeof ToldProofMessage>;

const AT_DESK = {
  document: IdentityDocumentMessage,
  person: PersonOnDocument,
  /** The rows in which card and document differ and the operator judged that they name the same person. */
  accepted: z.array(z.enum(COMPARED_FIELDS)).max(COMPARED_FIELDS.length).exactOptional(),
  isFaceConfirmed: z.literal(true),
  papers: z.array(PaperSeen).max(CASE_PAPERS.length),
  declarations: z.array(z.enum(DECLARATIONS)).max(DECLARATIONS.length),
  decree: Decree.nullable(),
  delegation: Delegation.nullable(),
} as const;

/** How it is known who asks; `by` decides the way. */
export const RequesterIdentified = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('cip'), callId: Id, identificationId: Id }),
    /** After five wrong tries: a supervisor decides, by what was said and calling back. */
    z.strictObject({ by: z.literal('nothing'), callId: Id, ...ToldIdentity, callBackAt: z.string().trim().min(3).max(60).nullable() }),
    z.strictObject({ by: z.literal('card'), insertionId: Id, ...AT_DESK }),
    z.strictObject({ by: z.literal('document'), ...AT_DESK }),
    z.strictObject({ by: z.literal('act') }),
  ])
  .meta({ id: 'RequesterIdentified' });
export type RequesterIdentified = z.infer<typeof RequesterIdentified>;

/** Records a request. The effects were read, and the answer was yes. */
export const RecordRevocationRequest = z
  .strictObject({
    act: z.enum(CERTIFICATE_ACTS),
    reason: z.enum(CERTIFICATE_REVOCATION_REASONS),
    asker: z.enum(REVOCATION_ASKERS),
    /** As which kind a representative speaks, or an emancipated minor. */
    caseKind: z.enum(CASE_KINDS).nullable(),
    identified: RequesterIdentified,
    /** Null only where nobody was recognised and no number was said: the supervisor chooses the card. */
    idCarta: IdCartaText.nullable(),
    /** When it was noticed; kept to the second. */
    happenedAt: Instant.nullable(),
    proof: ToldProofMessage.nullable(),
    confirmedEffects: ConfirmedEffects,
    notes: z.string().trim().max(CALL_NOTES_LENGTH).nullable(),
  })
  .meta({ id: 'RecordRevocationRequest' });
export type RecordRevocationRequest = z.infer<typeof RecordRevocationRequest>;

/** Whose certificate is to end, told at a desk: by the card in the reader, by its number, or by the holder's codice fiscale. */
export const CardsAtDeskRequest = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('card'), insertionId: Id }),
    z.strictObject({ by: z.literal('id-carta'), idCarta: z.string().trim().min(1).max(40) }),
    z.strictObject({ by: z.literal('codice-fiscale'), codiceFiscale: z.string().trim().min(1).max(40) }),
  ])
  .meta({ id: 'CardsAtDeskRequest' });
export type CardsAtDeskRequest = z.infer<typeof CardsAtDeskRequest>;

/** One of them, by what tells it from the others at the counter. `isAskedFor`: it is the one that lies in the reader, or whose number was told. */
export const CardAtDesk = CardOfCaller.omit({ isOfThisCip: true }).extend({ isAskedFor: z.boolean() }).meta({ id: 'CardAtDesk' });
export type CardAtDesk = z.infer<typeof CardAtDesk>;

/** The holder's cards. Of the holder no more than initials: the document on the counter says the rest. */
export const CardsAtDesk = z
  .object({
    initials: z.string(),
    isMinor: z.boolean(),
    isSuspensionOn: z.boolean(),
    /** Whether this desk keeps copies of documents, or looks at them. */
    keepsCopies: z.boolean(),
    cards: z.array(CardAtDesk).min(1),
  })
  .meta({ id: 'CardsAtDesk' });
export type CardsAtDesk = z.infer<typeof CardsAtDesk>;

const PUBLIC_PART = {
  reason: z.enum(CERTIFICATE_REVOCATION_REASONS),
  caseKind: z.enum(CASE_KINDS).nullable(),
  happenedAt: Instant.nullable(),
  proof: ToldProofMessage.nullable(),
  confirmedEffects: ConfirmedEffects,
} as const;

/** *Richiedi la revoca*, by anybody, at any hour: one message, so that nobody can ask first whether a CIP is right. The card is the one whose CIP it is. */
export const PublicRevocationRequest = z.strictObject({ cip: CipText, ...ToldIdentity, ...PUBLIC_PART }).meta({ id: 'PublicRevocationRequest' });
export type PublicRevocationRequest = z.infer<typeof PublicRevocationRequest>;

/** The same after five wrong tries, with where to call back. */
export const PublicUnverifiedRevocationRequest = z
  .strictObject({ ...ToldIdentity, ...PUBLIC_PART, callBackAt: z.string().trim().min(3).max(60) })
  .meta({ id: 'PublicUnverifiedRevocationRequest' });
export type PublicUnverifiedRevocationRequest = z.infer<typeof PublicUnverifiedRevocationRequest>;

/** *Consegna errata*: an envelope or a card went to somebody else. The case names the card; a supervisor gets the hour, and the data-protection officer by the supervisor's export. */
export const WrongDeliveryRequest = z
  .strictObject({ revision: z.int(), happenedAt: Instant, what: z.enum(['codes', 'card', 'both']), notes: z.string().trim().max(CALL_NOTES_LENGTH).nullable() })
  .meta({ id: 'WrongDeliveryRequest' });
export type WrongDeliveryRequest = z.infer<typeof WrongDeliveryRequest>;
