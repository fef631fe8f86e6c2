// SPDX-License-Identifier: AGPL-3.0-or-later
import { changeReferenceData } from '../commands/change-reference-data';
import { resetRetryCounter } from '../commands/reset-retry-counter';
import { cnsClassicProfile } from '../profiles/cns-classic';
import { runOnCode } from './run-on-code';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CodeRefusal } from '../commands/reference-data';
import type { CardProfile } from '../profiles/card-profile';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';
import type { WritingStep } from './writing-step';

/** A command that may cost a try of the PUK: the change itself, or the question which PUK lives. */
export type PukAttempt = 'change' | 'probe';

export interface TransportCodesWriting {
  readonly transportPuk: SecretBytes;
  readonly newPin: SecretBytes;
  readonly newPuk: SecretBytes;
  /** Whether the journal holds a PUK attempt with these very codes. */
  readonly hasAttemptedPuk: boolean;
  /** Probes that the journal holds since its last change; default 0. */
  readonly unansweredProbes?: number;
  /** What the card said last that its PUK had left, as `onPukAnswered` was told it; undefined: nothing since all of them came back. */
  readonly pukTriesLeft?: number | undefined;
  /** Journals the attempt durably; the command is sent only after this resolved, and not at all when it rejects. */
  readonly onBeforePukAttempt: (attempt: PukAttempt) => Promise<void>;
  /** Journals that the card answered about its PUK, and what it has left (undefined: all, or it did not say). The next command is sent only after this resolved. */
  readonly onPukAnswered: (triesLeft: number | undefined) => Promise<void>;
  /** Default: the classic CNS. */
  readonly profile?: CardProfile;
}

export type TransportCodesOutcome =
  /** PIN and PUK are the new ones. */
  | { readonly kind: 'written' }
  /** Torn: call again with the same codes when the same card is back. */
  | { readonly kind: 'interrupted'; readonly at: WritingStep; readonly fault: CardFault }
  /** The transport PUK is not, or no longer, this card's. `triesLeft` undefined = the card did not say. */
  | { readonly kind: 'wrong-transport-puk'; readonly triesLeft: number | undefined }
  /** The PUK has no tries left. */
  | { readonly kind: 'blocked'; readonly at: WritingStep }
  /** Two probes in a row went unanswered, or the next one might take the PUK's last try: a person decides. */
  | { readonly kind: 'stopped-for-supervisor' }
  | { readonly kind: 'refused-by-card'; readonly at: WritingStep; readonly sw: number };

const maxUnansweredProbes = 2;
/** The last try of a PUK is never spent on a question. */
const spared = 1;

/**
 * Replaces the manufacturer's codes by new ones. PIN first, by the transport PUK: repeatable, and no try of the PIN is at stake. PUK last: once
 * it is changed nothing remains to be done with the old one. When the answer to the change was lost, RESET RETRY COUNTER with the *new* PUK
 * tells which PUK lives, and sets the PIN once more; the try that the question cost comes back with the next right PUK, before anything else is tried. The codes stay
 * the caller's, who wipes them.
 */
export async function writeTransportCodes(session: CardSession, writing: TransportCodesWriting): Promise<TransportCodesOutcome> {
  if (writing.hasAttemptedPuk) return resume(session, writing);
  const { pinReference } = writing.profile ?? cnsClassicProfile;
  const pin = await runOnCode(session, () => resetRetryCounter(pinReference, writing.transportPuk, writing.newPin));
  return pin.kind === 'reset' ? changePuk(session, writing) : failedAt('pin', pin);
}

async function changePuk(session: CardSession, writing: TransportCodesWriting): Promise<TransportCodesOutcome> {
  const { pukReference } = writing.profile ?? cnsClassicProfile;
  await writing.onBeforePukAttempt('change');
  const puk = await runOnCode(session, () => changeReferenceData(pukReference, writing.transportPuk, writing.newPuk));
  return puk.kind === 'changed' ? { kind: 'written' } : failedAt('puk', puk);
}

async function resume(session: CardSession, writing: TransportCodesWriting): Promise<TransportCodesOutcome> {
  const unanswered = writing.unansweredProbes ?? 0;
  const mayTakeTheLast = writing.pukTriesLeft !== undefined && writing.pukTriesLeft - unanswered <= spared;
  if (unanswered >= maxUnansweredProbes || mayTakeTheLast) return { kind: 'stopped-for-supervisor' };
  const { pinReference } = writing.profile ?? cnsClassicProfile;
  await writing.onBeforePukAttempt('probe');
  const probe = await runOnCode(session, () => resetRetryCounter(pinReference, writing.newPuk, writing.newPin));
  const failure = probe.kind === 'reset' ? undefined : failedAt('puk-probe', probe);
  if (failure?.kind !== 'interrupted') await writing.onPukAnswered(probe.kind === 'wrong-code' ? probe.triesLeft : undefined);
  if (failure === undefined) return { kind: 'written' };
  if (probe.kind === 'wrong-code') return restoreTries(session, writing);
  return failure.kind === 'interrupted' && unanswered + 1 >= maxUnansweredProbes ? { kind: 'stopped-for-supervisor' } : failure;
}

/** The transport PUK lives. Presented once more (it sets the PIN again), it gives the PUK its tries back, and only then is it changed. */
async function restoreTries(session: CardSession, writing: TransportCodesWriting): Promise<TransportCodesOutcome> {
  const { pinReference } = writing.profile ?? cnsClassicProfile;
  const pin = await runOnCode(session, () => resetRetryCounter(pinReference, writing.transportPuk, writing.newPin));
  if (pin.kind !== 'reset') return failedAt('pin', pin);
  await writing.onPukAnswered(undefined);
  return changePuk(session, writing);
}

function failedAt(at: WritingStep, refusal: CodeRefusal | CardFault): TransportCodesOutcome {
  switch (refusal.kind) {
    case 'wrong-code':
      return { kind: 'wrong-transport-puk', triesLeft: refusal.triesLeft };
    case 'blocked':
      return { kind: 'blocked', at };
    case 'refused':
      return { kind: 'refused-by-card', at, sw: refusal.sw };
    default:
      return { kind: 'interrupted', at, fault: refusal };
  }
}
