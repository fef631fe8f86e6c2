// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_PAPERS } from '@sportello/domain';
import * as z from 'zod';
import { Id, LocalDateText } from '../primitives';

/** Why somebody who acts for the holder shows no card of their own. */
export const ABSENT_CARD_REASONS = ['forgotten', 'not-issued', 'lost', 'expired', 'foreigner'] as const;

/** The applicant's own card. */
export const ApplicantCard = z
  .discriminatedUnion('state', [
    /** In one of the desk's readers, usually the second one: its chip names the applicant. */
    z.strictObject({ state: z.literal('presented'), insertionId: Id }),
    /** Shown across the counter, where there is one reader only. */
    z.strictObject({ state: z.literal('seen'), idCartaLast8: z.string().regex(/^\d{8}$/), codiceFiscale: z.string().trim().toUpperCase().length(16) }),
    z.strictObject({ state: z.literal('absent'), reason: z.enum(ABSENT_CARD_REASONS), note: z.string().trim().min(1).max(300).nullable() }),
  ])
  .meta({ id: 'ApplicantCard' });
export type ApplicantCard = z.infer<typeof ApplicantCard>;

/** A paper that was in the operator's hand: its details written down, or itself kept. */
export const PaperSeen = z.strictObject({ paper: z.enum(CASE_PAPERS), handling: z.enum(['seen', 'kept']) }).meta({ id: 'PaperSeen' });
export type PaperSeen = z.infer<typeof PaperSeen>;

/** The court's decree that appoints a support administrator. */
export const Decree = z
  .strictObject({
    number: z.string().trim().min(1).max(40),
    issuedOn: LocalDateText,
    court: z.string().trim().min(1).max(120),
    /** The operator read that its powers cover this act. */
    coversAct: z.literal(true),
  })
  .meta({ id: 'Decree' });
export type Decree = z.infer<typeof Decree>;

/** The health delegation, as it was filled and signed by the holder: that an impediment is declared, and never which. */
export const Delegation = z
  .strictObject({
    delegate: z.strictObject({ surname: z.string().trim().min(1).max(120), name: z.string().trim().max(120) }),
    signedOn: LocalDateText,
    isImpedimentDeclared: z.literal(true),
    /** Of the copy that is attached; an expired one is taken, with a warning. */
    holderDocument: z.strictObject({ type: z.string().min(1).max(40), number: z.string().trim().min(1).max(30), expiresOn: LocalDateText.nullable() }),
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.infer<typeof Delegation>;
