// SPDX-License-Identifier: AGPL-3.0-or-later
import { APPLICANT_QUALITIES, APPLICATION_WARNINGS, CASE_KINDS, CASE_PURPOSES, CASE_STATES, DECLARATIONS, DUPLICATE_REASONS, MODES_OF_ACTIVATION, PRINTOUTS } from '@sportello/domain';
import * as z from 'zod';
import { CardView } from '../card';
import { IdentityDocumentMessage } from '../document';
import { ControlNumberText, Id, Instant, LocalDateText } from '../primitives';
import { ProblemCode } from '../problem';
import { ABSENT_CARD_REASONS, PaperSeen } from './application';
import { CaseApprovalView } from './approval';
import { CorrectionView } from './corrections';
import { EnvelopeStyleMessage } from './envelope-style';
import { StationChangeView } from './station-change';

/** The phases of the write, in the desk's words; a station reports the middle three. */
export const WRITE_PHASES = ['sheet-scanned', 'card-checked', 'codes-written', 'proof-signed', 'outcome-recorded'] as const;
export const WritePhase = z.enum(WRITE_PHASES);
export type WritePhase = z.infer<typeof WritePhase>;

/** What the operator or a supervisor may do now; the page offers these acts and no others. */
export const CASE_ACTS = [
  'identify',
  'print-envelope',
  'print-form',
  'void-envelope',
  'scan',
  'suspend',
  'refuse',
  'abandon',
  'resume-writing',
  'new-codes',
  'close-as-lost',
  'ask-station-change',
  'confirm-station-change',
  'change-kind',
  'identify-same-visit',
  /** *Stesso richiedente, prossima tessera*: no act of the API's, but the page's offer to open the next card's case with `visit`. */
  'next-card',
  'print-self-declaration',
  'decide-approval',
  'ask-approval-again',
  /** A supervisor who stands at the operator's desk decides there. */
  'sign-approval',
  /** *Torna senza fila*: the citizen goes, and the request stays. */
  'return-later',
] as const;
export const CaseAct = z.enum(CASE_ACTS);
export type CaseAct = z.infer<typeof CaseAct>;

/** What the case asks for, resolved for its desk, its body's options and its purpose. */
export const CaseNeedsView = z
  .object({
    applicant: z.enum(APPLICANT_QUALITIES),
    asksApplicantCard: z.boolean(),
    papers: z.array(PaperSeen),
    declarations: z.array(z.enum(DECLARATIONS)),
    asksDecree: z.boolean(),
    needsApproval: z.boolean(),
    printouts: z.array(z.enum(PRINTOUTS)),
  })
  .meta({ id: 'CaseNeeds' });
export type CaseNeedsView = z.infer<typeof CaseNeedsView>;

/** Whoever came for the holder, as identified. */
export const ApplicantView = z
  .object({
    quality: z.enum(APPLICANT_QUALITIES),
    surname: z.string(),
    name: z.string(),
    birthDate: LocalDateText,
    codiceFiscale: z.string().nullable(),
    card: z.enum(['presented', 'seen', 'absent']),
    absentReason: z.enum(ABSENT_CARD_REASONS).nullable(),
  })
  .meta({ id: 'Applicant' });
export type ApplicantView = z.infer<typeof ApplicantView>;

/** An earlier case of this visit, whose applicant may go on with this card. */
export const SameVisitView = z
  .object({
    caseId: Id,
    number: z.int(),
    initials: z.string(),
    quality: z.enum(APPLICANT_QUALITIES),
    /** Null while the holder's card is not in this desk's reader. */
    applicant: z.object({ surname: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'SameVisit' });
export type SameVisitView = z.infer<typeof SameVisitView>;
/** What may be done with its record and its keeper, whatever its state. */
export const RECORD_ACTS = ['correct', 'hand-over'] as const;
export type RecordAct = (typeof RECORD_ACTS)[number];

export const CaseView = z
  .object({
    id: Id,
    number: z.int(),
    formNumber: z.string(),
    /** From the printing on. */
    receiptNumber: z.string().nullable(),
    /** False: a supervisor looks at a case of another desk of the body, and can do nothing with it. */
    isOwnDesk: z.boolean(),
    kind: z.enum(CASE_KINDS),
    purpose: z.enum(CASE_PURPOSES),
    /** Set on a duplicate of codes. */
    duplicateReason: z.enum(DUPLICATE_REASONS).nullable(),
    /** In *recognised*, while the card is in the reader: who may come with it. */
    offeredKinds: z.array(z.enum(CASE_KINDS)),
    mode: z.enum(MODES_OF_ACTIVATION),
    state: z.enum(CASE_STATES),
    revision: z.int(),
    openedAt: Instant,
    changedAt: Instant,
    /** All that may be shown of the person while the card is away. */
    initials: z.string(),
    isCardInReader: z.boolean(),
    /** Null while the card is not in this desk's reader. */
    card: CardView.nullable(),
    document: IdentityDocumentMessage.nullable(),
    /** Null once the case has ended. */
    needs: CaseNeedsView.nullable(),
    /** Null for a case of the holder's own, before the identification, and while the card is not in this desk's reader. */
    applicant: ApplicantView.nullable(),
    sameVisit: SameVisitView.nullable(),
    warnings: z.array(z.enum(APPLICATION_WARNINGS)),
    /** Signed forms that came back: their barcode was scanned. */
    papersFiled: z.array(z.object({ paper: z.string(), at: Instant })),
    approval: CaseApprovalView.nullable(),
    /** How its envelope is printed. */
    envelope: EnvelopeStyleMessage,
    sheet: z.object({ controlNumber: ControlNumberText, state: z.string() }).nullable(),
    /** Set in *authorised*, once a sheet was spoiled for the case: the last one's number. */
    spoiledSheet: ControlNumberText.nullable(),
    /** Times of the phases done, in order; the first missing one is running, or halted when the case is interrupted. */
    phases: z.array(z.object({ phase: WritePhase, at: Instant })),
    /** Why the case does not go on by itself: printer, sheets, station, card. */
    obstacle: z.object({ code: ProblemCode, details: z.record(z.string(), z.unknown()).optional() }).nullable(),
    /** Asked for and not confirmed yet: the case is to be finished at another station than the one that drew its codes. */
    stationChange: StationChangeView.nullable(),
    /** Set in *refused*: the reason recorded. */
    refusal: z.object({ code: ProblemCode, note: z.string().nullable() }).nullable(),
    /** What was corrected in its record, in order; the record itself stays as it was. */
    corrections: z.array(CorrectionView),
    /** In whose hands it is. */
    inCharge: z.object({ id: Id, name: z.string() }),
    /** A colleague handed it to whoever is in charge, and it has not moved on since. */
    handOver: z.object({ from: z.string(), at: Instant, note: z.string().nullable() }).nullable(),
    acts: z.array(CaseAct),
    recordActs: z.array(z.enum(RECORD_ACTS)),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof CaseView>;
