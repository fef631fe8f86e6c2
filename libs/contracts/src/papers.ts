// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS, CASE_PURPOSES, DECLARABLE_REASONS, DECLARATIONS, DOCUMENT_TYPES, PAPERS, type ReturnReason, RETURN_REASONS, SIGNING_WAYS } from '@sportello/domain';
import * as z from 'zod';
import { IdentityDocumentMessage, PersonOnDocument } from './document';
import { Id, IdCartaText, Instant } from './primitives';
import { PaperLanguage } from './station/papers';

const Reason = z.enum(RETURN_REASONS as [ReturnReason, ...ReturnReason[]]);

/** A paper that is no case's, for somebody in the queue. Prints at the desk's station. */
export const DeskPaperRequest = z
  .discriminatedUnion('paper', [
    /** For the card of this stay, or for a type as printed top left on it; without either, for any card. */
    z.strictObject({ paper: z.literal('leaflet'), language: PaperLanguage, insertionId: Id.exactOptional(), cardType: z.string().regex(/^[A-Z]{2,4}\d{4}$/).exactOptional() }),
    z.strictObject({ paper: z.literal('what-to-bring'), language: PaperLanguage, kind: z.enum(CASE_KINDS), purpose: z.enum(CASE_PURPOSES) }),
    z.strictObject({ paper: z.literal('return-slip'), language: PaperLanguage, reason: Reason }),
    z.strictObject({ paper: z.literal('delegation'), language: PaperLanguage }),
  ])
  .meta({ id: 'DeskPaperRequest' });
export type DeskPaperRequest = z.infer<typeof DeskPaperRequest>;

/** A paper of a case: filled in with what the case knows. */
export const CasePaperRequest = z
  .discriminatedUnion('paper', [
    z.strictObject({ paper: z.literal('self-declaration'), language: PaperLanguage, declaration: z.enum(DECLARATIONS), signing: z.enum(SIGNING_WAYS) }),
    z.strictObject({ paper: z.literal('delegation'), language: PaperLanguage }),
    z.strictObject({ paper: z.literal('receipt'), language: PaperLanguage }),
    z.strictObject({ paper: z.literal('leaflet'), language: PaperLanguage }),
    /** `hasPriority`: the variant *Torna senza fila*, with the case's number. */
    z.strictObject({ paper: z.literal('return-slip'), language: PaperLanguage, reason: Reason, hasPriority: z.boolean() }),
  ])
  .meta({ id: 'CasePaperRequest' });
export type CasePaperRequest = z.infer<typeof CasePaperRequest>;

/** How it stands with an ordered paper; `failed`: no sheet came out, or perhaps none, and it may be ordered again. */
export const PaperOrderView = z
  .object({ id: Id, paper: z.enum(PAPERS), state: z.enum(['pending', 'completed', 'failed', 'cancelled']) })
  .meta({ id: 'PaperOrder' });
export type PaperOrderView = z.infer<typeof PaperOrderView>;

/** The verdict of a functional check on paper. */
export const PrintCheckRequest = z.strictObject({ language: PaperLanguage }).meta({ id: 'PrintCheckRequest' });
export type PrintCheckRequest = z.infer<typeof PrintCheckRequest>;

/** The receipt of a request for revocation, for whoever asked at this desk. */
export const PrintRevocationRequest = z.strictObject({ language: PaperLanguage }).meta({ id: 'PrintRevocationRequest' });
export type PrintRevocationRequest = z.infer<typeof PrintRevocationRequest>;

/** The declaration of a theft or a loss, as it is told at this desk before the request is recorded: to be signed. */
export const PrintDeclarationRequest = z
  .strictObject({ language: PaperLanguage, reason: z.enum(DECLARABLE_REASONS), happenedAt: Instant, isHolder: z.boolean(), idCarta: IdCartaText, person: PersonOnDocument, document: IdentityDocumentMessage.pick({ number: true }).extend({ type: z.enum(DOCUMENT_TYPES) }) })
  .meta({ id: 'PrintDeclarationRequest' });
export type PrintDeclarationRequest = z.infer<typeof PrintDeclarationRequest>;

/** A paper was ordered by another act: this is its order. */
export const OrderedPaper = z.object({ paperId: Id }).meta({ id: 'OrderedPaper' });
export type OrderedPaper = z.infer<typeof OrderedPaper>;

/** The blank delegation form, for whoever loads it down at home. */
export const DelegationFormRequest = z.strictObject({ language: PaperLanguage.default('it') });
export type DelegationFormRequest = z.infer<typeof DelegationFormRequest>;
