// SPDX-License-Identifier: AGPL-3.0-or-later
import { Base64Url, CardEvent, Id, IntentRequest, JobReport, PrintEnvelopeJob, PrinterCondition, ProblemCode, ReaderCondition, ReaderRole, WriteCardJob } from '@sportello/contracts';
import { PCSC_BINDINGS } from '@sportello/card-io/pcsc';
import { STATIONERIES } from '@sportello/domain';
import * as z from 'zod';
import { LOG_LEVELS } from '../log/logger';

/**
 * What parent and child say to each other. Both sides parse what they receive. Codes never cross: the child draws, seals, prints and opens them itself, and what it
 * hands over is sealed.
 */

const PrinterChoice = z.strictObject({ uri: z.string(), certificatePin: z.string().nullable(), mayKeepOnDisk: z.boolean() });

/** All that a card's process needs to know. */
export const CardProcessSettings = z.strictObject({
  /** The operator's is recognised only: no job is for it. */
  role: ReaderRole,
  reader: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('network'), host: z.string(), port: z.int() }),
    z.strictObject({ kind: z.literal('pcsc'), name: z.string().nullable() }),
  ]),
  readerBinding: z.enum(PCSC_BINDINGS),
  envelopePrinter: PrinterChoice,
  stationery: z.enum(STATIONERIES),
  stationId: Id,
  /** Only this process opens it. */
  sealingKeyFile: z.string(),
  sealingKey: z.string(),
  apiSealingKey: z.string(),
  vaultSealingKey: z.string(),
  /** Per APDU. */
  commandDeadlineMs: z.int(),
  /** How long a card is held for the issuer's cryptogram while the API is silent. */
  issuerPatienceMs: z.int(),
  logLevel: z.enum(LOG_LEVELS),
});
export type CardProcessSettings = z.infer<typeof CardProcessSettings>;

/** An intent as the child makes it; the parent signs and sends it. */
export const IntentDraft = IntentRequest.omit({ signature: true, vaultSignature: true });
export type IntentDraft = z.infer<typeof IntentDraft>;

/** What the child asks its parent to do, and waits for. */
export const Errand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('post-intent'), draft: IntentDraft }),
  /** Journal and report it: the first byte goes to the printer when the API has answered. */
  z.strictObject({ kind: z.literal('submitted'), jobId: Id }),
  /** Look into the journal, when a write begins and not before: the one in front of it may have changed the PUK. */
  z.strictObject({ kind: z.literal('puk-attempts'), intentId: Id }),
  /** Journal it: the command goes to the card when this is answered. */
  z.strictObject({ kind: z.literal('puk-attempt'), intentId: Id, attempt: z.enum(['change', 'probe']) }),
  z.strictObject({ kind: z.literal('puk-answered'), intentId: Id, triesLeft: z.int().nullable() }),
  /** Ask the API for the issuer's cryptogram: the card waits. */
  z.strictObject({ kind: z.literal('cryptogram'), jobId: Id, fence: z.int(), challenge: Base64Url }),
  /** It would come too late: the question is taken back, if it has not left. */
  z.strictObject({ kind: z.literal('no-cryptogram'), jobId: Id }),
]);
export type Errand = z.infer<typeof Errand>;

export const ErrandAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  /** What the journal knows of earlier tries with these codes. */
  z.strictObject({ kind: z.literal('puk-attempts'), hasAttemptedPuk: z.boolean(), unansweredProbes: z.int(), triesLeft: z.int().nullable() }),
  z.strictObject({ kind: z.literal('cryptogram'), cryptogram: Base64Url }),
  z.strictObject({ kind: z.literal('refused'), code: ProblemCode.nullable() }),
  /** The parent could not do it. */
  z.strictObject({ kind: z.literal('failed') }),
]);
export type ErrandAnswer = z.infer<typeof ErrandAnswer>;

export const ToChild = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start'), settings: CardProcessSettings }),
  z.strictObject({ type: z.literal('print-envelope'), job: PrintEnvelopeJob }),
  z.strictObject({ type: z.literal('write-card'), job: WriteCardJob }),
  /** The lease is lost: stop at the next step and forget the codes. */
  z.strictObject({ type: z.literal('abandon'), jobId: Id }),
  z.strictObject({ type: z.literal('answer'), errandId: z.int(), answer: ErrandAnswer }),
]);
export type ToChild = z.infer<typeof ToChild>;

export const ToParent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reader'), condition: ReaderCondition }),
  z.strictObject({ type: z.literal('card'), event: CardEvent }),
  /** A call into the reader began; without its end within the deadline the child is to be killed. */
  z.strictObject({ type: z.literal('command'), deadlineMs: z.int() }),
  z.strictObject({ type: z.literal('command-ended') }),
  /** The card does not answer, and the native call may never return: the child is to be killed. */
  z.strictObject({ type: z.literal('mute') }),
  z.strictObject({ type: z.literal('printer'), condition: PrinterCondition }),
  z.strictObject({ type: z.literal('report'), jobId: Id, report: JobReport }),
  z.strictObject({ type: z.literal('errand'), errandId: z.int(), errand: Errand }),
]);
export type ToParent = z.infer<typeof ToParent>;
