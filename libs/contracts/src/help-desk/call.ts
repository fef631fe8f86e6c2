// SPDX-License-Identifier: AGPL-3.0-or-later
import { CALL_CATEGORIES, CALL_CHANNELS, CALL_FOLLOW_UPS, CALL_NOTES_LENGTH, CALL_OUTCOMES, CALL_STATES, CALLER_KINDS, REVOCATION_STANDINGS, REVOCATION_STATES, SCRIPT_STEPS } from '@sportello/domain';
import * as z from 'zod';
import { Id, Instant, LocalDateText } from '../primitives';
import { HelpDeskLine } from '../places';
import { IdentificationByCipView } from './identification';
import { OpeningView } from './opening';

/** '2026-1187', of the desk. */
const CallNumber = z.string();
const Revision = z.int().min(0);
const Notes = z.string().trim().max(CALL_NOTES_LENGTH);
const Steps = z.array(z.enum(SCRIPT_STEPS)).max(SCRIPT_STEPS.length);
const Telephone = z.string().trim().regex(/^[+0-9 ().-]{3,30}$/);
/** `callBackAt`: a field of its own, because notes lose whatever may be a CIP, and a telephone number with it. It is forgotten once the call is closed. */
const FollowUp = z.strictObject({ what: z.enum(CALL_FOLLOW_UPS), by: LocalDateText, callBackAt: Telephone.exactOptional() });

/** Begins a record, and the timer; what comes by the public page records itself. The number from which somebody calls is kept as a keyed MAC: it only counts wrong tries. */
export const OpenCallRequest = z
  .strictObject({ channel: z.enum(CALL_CHANNELS).exclude(['public-page']), callerNumber: Telephone.nullable() })
  .meta({ id: 'OpenCallRequest' });
export type OpenCallRequest = z.infer<typeof OpenCallRequest>;

/** An e-mail that arrived: what may be a CIP is taken out before anything is kept. */
export const RecordMailRequest = z.strictObject({ receivedAt: Instant, text: z.string().trim().min(1).max(20_000) }).meta({ id: 'RecordMailRequest' });
export type RecordMailRequest = z.infer<typeof RecordMailRequest>;

/** What is written down while it is spoken; sent as it changes. */
export const WriteCallRequest = z
  .strictObject({ revision: Revision, callerKind: z.enum(CALLER_KINDS).nullable(), category: z.enum(CALL_CATEGORIES).nullable(), notes: Notes, doneSteps: Steps })
  .meta({ id: 'WriteCallRequest' });
export type WriteCallRequest = z.infer<typeof WriteCallRequest>;

/** Ends it: the call is closed, or kept for its follow-up. */
export const CloseCallRequest = z.strictObject({ revision: Revision, outcome: z.enum(CALL_OUTCOMES), followUp: FollowUp.nullable() }).meta({ id: 'CloseCallRequest' });
export type CloseCallRequest = z.infer<typeof CloseCallRequest>;

/**
 * An earlier call of the person who was recognised, whichever help desk took it: what it was about, and never its notes. `takenAt` null: it came by the public page. Whole it is read at the desk that
 * took it, and by supervisors of the body: `canRead`.
 */
export const EarlierCall = z
  .object({ id: Id, number: CallNumber, takenAt: z.object({ desk: z.string(), body: z.string() }).nullable(), canRead: z.boolean(), openedAt: Instant, channel: z.enum(CALL_CHANNELS), category: z.enum(CALL_CATEGORIES).nullable(), outcome: z.enum(CALL_OUTCOMES).nullable(), requestNumber: z.string().nullable() })
  .meta({ id: 'EarlierCall' });
export type EarlierCall = z.infer<typeof EarlierCall>;

export const CallView = z
  .object({
    id: Id,
    number: CallNumber,
    revision: Revision,
    state: z.enum(CALL_STATES),
    channel: z.enum(CALL_CHANNELS),
    openedAt: Instant,
    closedAt: Instant.nullable(),
    /** Display name; null: it came by the public page. */
    openedBy: z.string().nullable(),
    isOutOfHours: z.boolean(),
    callerKind: z.enum(CALLER_KINDS).nullable(),
    category: z.enum(CALL_CATEGORIES).nullable(),
    /** Without whatever may be a CIP, which is taken out as it arrives. */
    notes: z.string(),
    /** Some words of the notes look like somebody's health: a warning, and never a refusal. */
    hasHealthWords: z.boolean(),
    /** The e-mail while the call is not closed, and how much in it may have been a CIP. */
    mail: z.object({ text: z.string(), redactions: z.int() }).nullable(),
    doneSteps: Steps,
    outcome: z.enum(CALL_OUTCOMES).nullable(),
    followUp: FollowUp.nullable(),
    /** Null: nobody was recognised, or it holds no longer. */
    identification: IdentificationByCipView.nullable(),
    /** A request may be recorded without: five tries were wrong. */
    mayRecordUnverified: z.boolean(),
    requests: z.array(z.object({ id: Id, number: z.string(), state: z.enum(REVOCATION_STATES), standing: z.enum(REVOCATION_STANDINGS) })),
    /** Of the person who was recognised; empty while nobody was. The newest first. */
    earlier: z.array(EarlierCall).max(10),
  })
  .meta({ id: 'Call' });
export type CallView = z.infer<typeof CallView>;

export const CallLine = z
  .object({
    id: Id,
    number: CallNumber,
    state: z.enum(CALL_STATES),
    channel: z.enum(CALL_CHANNELS),
    openedAt: Instant,
    category: z.enum(CALL_CATEGORIES).nullable(),
    outcome: z.enum(CALL_OUTCOMES).nullable(),
    followUp: FollowUp.nullable(),
    isOutOfHours: z.boolean(),
    requestNumber: z.string().nullable(),
  })
  .meta({ id: 'CallLine' });
export type CallLine = z.infer<typeof CallLine>;

export const CallsRequest = z
  .strictObject({ state: z.enum(CALL_STATES).exactOptional(), category: z.enum(CALL_CATEGORIES).exactOptional(), from: LocalDateText.exactOptional(), to: LocalDateText.exactOptional() })
  .meta({ id: 'CallsRequest' });
export type CallsRequest = z.infer<typeof CallsRequest>;

export const CallsView = z.object({ calls: z.array(CallLine), hasMore: z.boolean() }).meta({ id: 'Calls' });
export type CallsView = z.infer<typeof CallsView>;

/** Where the help desk begins: whether it is open, and what waits. */
export const HelpDeskView = z
  .object({
    opening: OpeningView,
    line: HelpDeskLine,
    /** Of whoever is signed in. */
    openCalls: z.array(CallLine),
    followUps: z.array(CallLine),
    /** Requests that have not ended, by how they stand with their service level; and of those that wait for a supervisor: all to decide, breaches and unrecognised among them, and the stuck ones. */
    requests: z.object({ inTime: z.int(), due: z.int(), late: z.int(), unverified: z.int(), toDecide: z.int(), breaches: z.int(), stuck: z.int() }),
    isSuspensionOn: z.boolean(),
    /** Figures of single operators' calls stay off until the body has an agreement (L. 300/1970 art. 4). */
    areFiguresOn: z.boolean(),
    /** Where they are on, and for a supervisor: sums of this month's telephone calls that were closed, in the desks that they see. */
    figures: z.array(z.object({ operator: z.string(), calls: z.int(), minutes: z.int() })).nullable(),
    /** What a CIP looks like here: notes are not to hold one. */
    cipPattern: z.object({ length: z.int(), alphabet: z.string() }),
  })
  .meta({ id: 'HelpDesk' });
export type HelpDeskView = z.infer<typeof HelpDeskView>;
