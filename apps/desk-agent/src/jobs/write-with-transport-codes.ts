// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardProfile, type CardSession, type SecretBytes, type TransportCodesOutcome, writeTransportCodes } from '@sportello/card-io';
import type { ErrandAnswer } from '../card-process/messages';
import type { PukAttempts } from '../journal/station-record';
import { type CardTrouble, leaseLost, type Presence, troubleOfTransportCodes } from './card-trouble';

export interface TransportCodesPorts {
  /** What the journal knows of earlier tries with these codes; undefined when it cannot be asked. Never rejects. */
  readonly pukAttempts: () => Promise<PukAttempts | undefined>;
  readonly journalPukAttempt: (attempt: 'change' | 'probe') => Promise<ErrandAnswer>;
  readonly journalPukAnswered: () => Promise<ErrandAnswer>;
  /** Aborts when the lease is lost. */
  readonly abandoned: AbortSignal;
  readonly card: Presence;
}

export interface TransportCodesSet {
  readonly transportPuk: SecretBytes;
  readonly newPin: SecretBytes;
  readonly newPuk: SecretBytes;
}

/** Thrown through card-io when an attempt cannot be journalled: then the command is not sent. */
class NotJournalled extends Error {
  override readonly name = 'NotJournalled';
}

/** Undefined: PIN and PUK are the new ones. */
export async function writeWithTransportCodes(
  { session, profile }: { readonly session: CardSession; readonly profile: CardProfile },
  codes: TransportCodesSet,
  ports: TransportCodesPorts,
): Promise<CardTrouble | undefined> {
  const earlier = await ports.pukAttempts();
  if (earlier === undefined || ports.abandoned.aborted) return leaseLost;
  try {
    const outcome = await writeTransportCodes(session, {
      ...codes,
      ...earlier,
      profile,
      onBeforePukAttempt: async (attempt) => {
        if (ports.abandoned.aborted || (await ports.journalPukAttempt(attempt)).kind !== 'done') throw new NotJournalled();
      },
    });
    if (earlier.hasAttemptedPuk && isAnswered(outcome)) await ports.journalPukAnswered();
    return await troubleOfTransportCodes(outcome, ports.card);
  } catch (error) {
    if (error instanceof NotJournalled) return leaseLost;
    throw error;
  }
}

/** A probe that was answered does not count as one of the two that may go unanswered. */
function isAnswered(outcome: TransportCodesOutcome): boolean {
  return outcome.kind !== 'stopped-for-supervisor' && !(outcome.kind === 'interrupted' && outcome.at === 'puk-probe');
}
