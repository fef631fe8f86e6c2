// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS, CASE_STATES, MODES_OF_ACTIVATION } from '@sportello/domain';
import * as z from 'zod';
import { CardView } from '../card';
import { IdentityDocumentMessage } from '../document';
import { ControlNumberText, Id, Instant } from '../primitives';
import { ProblemCode } from '../problem';
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
] as const;
export const CaseAct = z.enum(CASE_ACTS);
export type CaseAct = z.infer<typeof CaseAct>;

export const CaseView = z
  .object({
    id: Id,
    number: z.int(),
    formNumber: z.string(),
    kind: z.enum(CASE_KINDS),
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
    acts: z.array(CaseAct),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof CaseView>;
