// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { SecretBytes, CardSession, proofStatement, proveActivation, writeTransportCodes } from '../src';
import { connectDirectly } from '../src/simulator';
import { sampleCodes, sampleIdCarta } from './sample-card';
import type { ActivationProofOutcome, PukAttempt, TranscriptEntry, TransportCodesOutcome } from '../src';
import type { Tear, VirtualCard } from '../src/simulator';

export const sampleStatement = proofStatement({ idCarta: sampleIdCarta, caseId: 'case-1', sheet: 'PI-000042', nonce: new Uint8Array(16) });
const digest = Uint8Array.from(createHash('sha256').update(sampleStatement).digest());

export type DeskOutcome = TransportCodesOutcome | ActivationProofOutcome;

/** The least that a station does around the writing: it journals PUK attempts and answers, and carries on with the same codes on the next connection. */
export class DeskOfOne {
  readonly journal: PukAttempt[] = [];
  #isWritten = false;
  #pukTriesLeft: number | undefined;
  #unansweredProbes = 0;

  /** One insertion of the card: writes what is left to write, and has it proved. */
  async activate(card: VirtualCard, { tear, transcript }: { tear?: Tear | undefined; transcript?: (entry: TranscriptEntry) => void } = {}): Promise<DeskOutcome> {
    const session = new CardSession(connectDirectly(card, tear), transcript ? { transcript } : {});
    const written = this.#isWritten ? undefined : await this.write(session);
    if (written && written.kind !== 'written') return written;
    this.#isWritten = true;
    return proveActivation(session, { newPin: SecretBytes.fromAscii(sampleCodes.newPin), digest });
  }

  write(session: CardSession): Promise<TransportCodesOutcome> {
    return writeTransportCodes(session, {
      transportPuk: SecretBytes.fromAscii(sampleCodes.transportPuk),
      newPin: SecretBytes.fromAscii(sampleCodes.newPin),
      newPuk: SecretBytes.fromAscii(sampleCodes.newPuk),
      hasAttemptedPuk: this.journal.length > 0,
      unansweredProbes: this.#unansweredProbes,
      pukTriesLeft: this.#pukTriesLeft,
      onBeforePukAttempt: async (attempt) => {
        this.journal.push(attempt);
        this.#unansweredProbes = attempt === 'probe' ? this.#unansweredProbes + 1 : 0;
      },
      onPukAnswered: async (triesLeft) => {
        this.#unansweredProbes = 0;
        this.#pukTriesLeft = triesLeft;
      },
    });
  }
}
