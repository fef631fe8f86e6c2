// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardProfile, type CardSession, type SecretBytes, writeTransportCodes } from '@sportello/card-io';
import type { ErrandAnswer } from '../card-process/messages';
import type { PukAttempts } from '../journal/station-record';
import { type CardTrouble, leaseLost, type Presence, troubleOfTransportCodes } from './card-trouble';

export interface TransportCodesPorts {
  /** What the journal knows of earlier tries with these codes; undefined when it cannot be asked. Never rejects. */
  readonly pukAttempts: () => Promise<PukAttempts | undefined>;
  readonly journalPukAttempt: (attempt: 'change' | 'probe') => Promise<ErrandAnswer>;
  readonly journalPukAnswered: (triesLeft: number | null) => Promise<ErrandAnswer>;
  /** Aborts when the lease is lost. */
  readonly abandoned: AbortSignal;
  readonly card: Presence;
}

export interface TransportCodesSet {
  readonly transportPuk: SecretBytes;
  readonly newPin: SecretBytes;
  readonly newPuk: SecretBytes;
}

/** Thrown through card-io when an attempt, or an answer, cannot be journalled: then no further command is sent. */
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
      hasAttemptedPuk: earlier.hasAttemptedPuk,
      unansweredProbes: earlier.unansweredProbes,
      pukTriesLeft: earlier.triesLeft ?? undefined,
      profile,
      onBeforePukAttempt: async (attempt) => {
        if (ports.abandoned.aborted || (await ports.journalPukAttempt(attempt)).kind !== 'done') throw new NotJournalled();
      },
      onPukAnswered: async (triesLeft) => {
        if ((await ports.journalPukAnswered(triesLeft ?? null)).kind !== 'done') throw new NotJournalled();
      },
    });
    return await troubleOfTransportCodes(outcome, ports.card);
  } catch (error) {
    if (error instanceof NotJournalled) return leaseLost;
    throw error;
  }
}
