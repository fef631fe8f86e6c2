// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  AUTHORITY_ANSWERS,
  CASE_KINDS,
  CERTIFICATE_ACTS,
  CERTIFICATE_REVOCATION_REASONS,
  CRL_REASONS,
  DECLARATIONS,
  IDENTIFICATION_WAYS,
  REVOCATION_APPROVALS,
  REVOCATION_ASKERS,
  REVOCATION_CAUSES,
  REVOCATION_STANDINGS,
  REVOCATION_STATES,
  SERVICE_AGES,
} from '@sportello/domain';
import * as z from 'zod';
import { Id, IdCartaText, Instant, LocalDateText, Reason } from '../primitives';
import { Decree, Delegation, PaperSeen } from '../case/application';
import { IdentityDocumentMessage, PersonOnDocument } from '../document';
import { ToldIdentity } from './identification';
import { ToldProofMessage } from './revocation-request';

const Revision = z.int().min(0);
/** 'R26-000419-K' */
const RequestNumberText = z.string();
const CrlReasonName = z.enum(Object.keys(CRL_REASONS) as (keyof typeof CRL_REASONS)[]);

/** What is read to the caller and printed for the citizen at the desk. */
export const RevocationReceipt = z
  .object({
    id: Id,
    number: RequestNumberText,
    /** In the groups in which it is read aloud. */
    spoken: z.array(z.string()),
    recordedAt: Instant,
    act: z.enum(CERTIFICATE_ACTS),
    reason: z.enum(CERTIFICATE_REVOCATION_REASONS),
    standing: z.enum(REVOCATION_STANDINGS),
    state: z.enum(REVOCATION_STATES),
    idCartaLast8: z.string().nullable(),
    isOutOfHours: z.boolean(),
  })
  .meta({ id: 'RevocationReceipt' });
export type RevocationReceipt = z.infer<typeof RevocationReceipt>;

/** One line of the list; of the holder, the initials. */
export const RevocationLine = z
  .object({
    id: Id,
    number: RequestNumberText,
    initials: z.string(),
    act: z.enum(CERTIFICATE_ACTS),
    reason: z.enum(CERTIFICATE_REVOCATION_REASONS),
    state: z.enum(REVOCATION_STATES),
    standing: z.enum(REVOCATION_STANDINGS),
    approval: z.enum(REVOCATION_APPROVALS),
    recordedAt: Instant,
    /** Since when it is in its state, and how that stands with the service level. */
    since: Instant,
    age: z.enum(SERVICE_AGES),
    isBreach: z.boolean(),
    isOutOfHours: z.boolean(),
  })
  .meta({ id: 'RevocationLine' });
export type RevocationLine = z.infer<typeof RevocationLine>;

/** Instants of the way; null: not yet. `visibleAt`: seen revoked in CRL or OCSP. */
const Times = z.object({ requestedAt: Instant, verifiedAt: Instant.nullable(), transmittedAt: Instant.nullable(), acceptedAt: Instant.nullable(), visibleAt: Instant.nullable() });

export const RevocationMoveView = z.object({ at: Instant, from: z.enum(REVOCATION_STATES), to: z.enum(REVOCATION_STATES), cause: z.enum(REVOCATION_CAUSES).nullable(), by: z.string().nullable(), /** In a supervisor's words; for whoever may decide. */ reason: z.string().nullable() }).meta({ id: 'RevocationMove' });
export type RevocationMoveView = z.infer<typeof RevocationMoveView>;

/** What was put on the counter by whoever asked there. */
const SeenAtDesk = z.object({ document: IdentityDocumentMessage, person: PersonOnDocument, papers: z.array(PaperSeen), declarations: z.array(z.enum(DECLARATIONS)), decree: Decree.nullable(), delegation: Delegation.nullable() });

/** `other`: the card's holder is not who was told; `not-known`: nothing was told that could be compared, or the holder is not kept here any more. */
const TOLD_PERSONS = ['holder', 'other', 'not-known'] as const;
export type ToldPerson = (typeof TOLD_PERSONS)[number];

export const RevocationView = RevocationLine.extend({
  revision: Revision,
  asker: z.enum(REVOCATION_ASKERS),
  caseKind: z.enum(CASE_KINDS).nullable(),
  way: z.enum(IDENTIFICATION_WAYS),
  crlReason: CrlReasonName,
  /** Null: the supervisor has still to choose the card. */
  card: z.object({ idCarta: IdCartaText, expiresOn: LocalDateText, certificateSerial: z.string() }).nullable(),
  happenedAt: Instant.nullable(),
  proof: ToldProofMessage.nullable(),
  /** What went to somebody else. */
  wronglyDelivered: z.enum(['codes', 'card', 'both']).nullable(),
  /** For whoever may decide, like what follows: what was written, and what was put on the counter. */
  notes: z.string().nullable(),
  seenAtDesk: SeenAtDesk.nullable(),
  /** Of a request of somebody whom nobody recognised: whether the card is of whoever they said to be. */
  toldPerson: z.enum(TOLD_PERSONS).nullable(),
  callId: Id.nullable(),
  lotId: Id.nullable(),
  /** What somebody said of themselves whom nobody recognised; left out when somebody was. */
  told: z.object(ToldIdentity).exactOptional(),
  /** Where to call back about a request that nobody verified. */
  callBackAt: z.string().nullable(),
  /** Display names; null: by the public page. */
  recordedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  times: Times,
  moves: z.array(RevocationMoveView),
  authority: z
    .object({ by: z.enum(['cmp', 'file']), transactionId: z.string(), tries: z.int(), lastAnswer: z.enum(AUTHORITY_ANSWERS).nullable(), /** The authority's, or a closed word of ours. */ words: z.string().nullable(), lastTryAt: Instant.nullable(), nextTryAt: Instant.nullable() })
    .nullable(),
  /** What whoever looks may do. */
  canDecide: z.boolean(),
  canResolve: z.boolean(),
}).meta({ id: 'Revocation' });
export type RevocationView = z.infer<typeof RevocationView>;

/** In the body: a number or a card names a person. */
export const RevocationsRequest = z
  .strictObject({
    states: z.array(z.enum(REVOCATION_STATES)).max(REVOCATION_STATES.length).exactOptional(),
    ages: z.array(z.enum(SERVICE_AGES)).max(SERVICE_AGES.length).exactOptional(),
    /** A request's number, as it was said. */
    number: z.string().trim().max(40).exactOptional(),
    /** The last line that was shown, as it stood: it may have moved since. */
    after: z.strictObject({ since: Instant, id: Id }).exactOptional(),
  })
  .meta({ id: 'RevocationsRequest' });
export type RevocationsRequest = z.infer<typeof RevocationsRequest>;

/** The oldest first. */
export const RevocationsView = z
  .object({ requests: z.array(RevocationLine), hasMore: z.boolean(), levels: z.array(z.object({ state: z.enum(REVOCATION_STATES), dueMinutes: z.number(), lateMinutes: z.number() })) })
  .meta({ id: 'Revocations' });
export type RevocationsView = z.infer<typeof RevocationsView>;

/** CSV: which days, by when the requests were recorded; without them, all days. */
export const RevocationsExportQuery = z.object({
  from: LocalDateText.exactOptional(),
  to: LocalDateText.exactOptional(),
  /** Only what has not ended. */
  open: z.literal('only').exactOptional(),
  /** Only what somebody else may hold: the list for the data-protection officer. */
  breaches: z.literal('only').exactOptional(),
});
export type RevocationsExportQuery = z.infer<typeof RevocationsExportQuery>;

/** A supervisor's answer to a request that is not verified by itself. */
export const DecideRevocationRequest = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('verify'), revision: Revision, idCarta: IdCartaText.nullable(), reason: Reason }),
    z.strictObject({ decision: z.literal('reject'), revision: Revision, cause: z.enum(['not-verified', 'not-entitled', 'withdrawn', 'already-requested', 'nothing-to-revoke']), reason: Reason }),
  ])
  .meta({ id: 'DecideRevocationRequest' });
export type DecideRevocationRequest = z.infer<typeof DecideRevocationRequest>;

/** What a supervisor does with a request that got stuck at the authority. */
export const ResolveRevocationRequest = z
  .strictObject({ revision: Revision, cause: z.enum(['sent-anew', 'accepted-elsewhere', 'seen-revoked', 'certificate-unknown', 'withdrawn']), reason: Reason })
  .meta({ id: 'ResolveRevocationRequest' });
export type ResolveRevocationRequest = z.infer<typeof ResolveRevocationRequest>;
