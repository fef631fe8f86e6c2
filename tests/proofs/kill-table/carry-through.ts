// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '@sportello/contracts';
import { type OperatorClient, identification } from '../../../apps/api/src/testing/operator-client';
import type { CutCard } from './cut-card';
import type { KillDesk } from './kill-desk';

/** How an activation ended, and what the page said on the way. */
export interface Ending {
  /** `stopped`: the page names a reason and a supervisor decides. `stuck`: the desk did not come to an end, whatever it did. */
  readonly kind: 'delivered' | 'stopped' | 'stuck';
  /** Control number of the envelope that the citizen took home. */
  readonly delivered: string | null;
  /** What the register says of the card at the end, while it is in the reader. */
  readonly cardState: string | null;
  /** States and obstacles of the case in the words of the contract, one after the other. */
  readonly said: readonly string[];
  /** What was done at the counter beyond an ordinary activation. */
  readonly hands: readonly string[];
}

const PATIENCE_MS = 45_000;
const LOOK_MS = 20;
/** After so long without a change one takes the card out and puts it in again, as the page says. */
const STALLED_MS = 2_500;
/** So long a sheet is waited for before it is called missing. */
const MISSING_MS = 6_000;
const REINSERTION_MS = 120;

export interface Happenings {
  readonly onScanned: () => Promise<void>;
  readonly onDelivered: () => Promise<void>;
}

/** An operator and a citizen who know nothing of any cut: they do what the page says until the envelope is handed over, or the page says that somebody else decides. */
export class Counter {
  readonly #said: string[] = [];
  readonly #hands: string[] = [];
  #caseId: string | undefined;
  #changedAt = performance.now();
  #scanned: string | null = null;
  #removedAt = performance.now() - REINSERTION_MS;

  constructor(
    private readonly desk: KillDesk,
    private readonly operator: OperatorClient,
    private readonly card: CutCard,
    private readonly idCarta: string,
    private readonly happenings: Happenings,
  ) {}

  async carryThrough(): Promise<Ending> {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      const ending = await this.#step().catch((error: unknown) => {
        if (!isOutage(error)) throw error;
        return undefined;
      });
      if (ending) return { ...ending, said: this.#said, hands: this.#hands };
      await sleep(LOOK_MS);
    }
    return { kind: 'stuck', delivered: null, cardState: null, said: this.#said, hands: this.#hands };
  }

  async #step(): Promise<Pick<Ending, 'kind' | 'delivered' | 'cardState'> | undefined> {
    this.#keepCardIn();
    if (this.#caseId === undefined) return this.#open();
    const view = await this.operator.case(this.#caseId);
    this.#note(view.obstacle ? `${view.state} (${view.obstacle.code})` : view.state);
    switch (view.state) {
      case 'delivered':
        return { kind: 'delivered', delivered: view.sheet?.controlNumber ?? null, cardState: await this.#cardState() };
      case 'faulty':
      case 'lost':
      case 'refused':
      case 'abandoned':
        return { kind: 'stopped', delivered: null, cardState: await this.#cardState() };
      case 'interrupted':
        if (view.obstacle?.code === 'supervisor-needed') return { kind: 'stopped', delivered: null, cardState: await this.#cardState() };
        return this.#putInAgainWhenStalled();
      case 'recognised':
        return view.card ? this.#try(this.operator.post(`/api/cases/${view.id}/identification`, identification(view))) : this.#putInAgainWhenStalled();
      case 'authorised':
        if (!view.isCardInReader) return this.#putInAgainWhenStalled();
        await this.#try(this.operator.post(`/api/cases/${view.id}/envelope`, { revision: view.revision }));
        return this.#putInAgainWhenStalled();
      case 'printing':
        return this.#scanOrVoid(view);
      case 'printed':
        if (this.#isStalled()) await this.#scan(view);
        return this.#putInAgainWhenStalled();
      case 'writing':
        return this.#putInAgainWhenStalled(2 * STALLED_MS);
      case 'written':
      case 'undelivered':
        await this.#try(this.operator.post(`/api/cases/${view.id}/scans`, { text: view.formNumber }));
        await this.happenings.onDelivered();
        return undefined;
      default:
        return undefined;
    }
  }

  /** The citizen holds a card that is out: it goes in again. */
  #keepCardIn(): void {
    if (this.desk.slot.card) return void (this.#removedAt = Number.POSITIVE_INFINITY);
    if (this.#removedAt === Number.POSITIVE_INFINITY) this.#removedAt = performance.now();
    if (performance.now() - this.#removedAt < REINSERTION_MS) return;
    if (this.card.commands > 0) this.#hand('card put in again');
    this.desk.slot.insert(this.card);
  }

  async #open(): Promise<undefined> {
    const { cardInReader } = await this.operator.desk();
    if (cardInReader?.state === 'recognised' && cardInReader.card.idCarta === this.idCarta) {
      const opened = await this.operator.post('/api/cases', { insertionId: cardInReader.insertionId });
      if (opened.status === 200 || opened.status === 201) this.#caseId = (opened.body as CaseView).id;
      return undefined;
    }
    if (cardInReader?.state === 'not-usable') {
      this.#note(`not usable (${cardInReader.reason})`);
      this.#takeOut();
      return undefined;
    }
    return this.#putInAgainWhenStalled();
  }

  async #scanOrVoid(view: CaseView): Promise<undefined> {
    const sheet = this.desk.envelopes.findLast(({ controlNumber }) => controlNumber === view.sheet?.controlNumber);
    if (sheet) return this.#scan(view);
    const isMissing = performance.now() - this.#changedAt > MISSING_MS;
    if (!isMissing) return undefined;
    this.#hand('sheet called missing');
    await this.#try(this.operator.post(`/api/cases/${view.id}/envelope/void`, { revision: view.revision, reason: 'sheet-missing' }));
    return undefined;
  }

  async #scan(view: CaseView): Promise<undefined> {
    const sheet = this.desk.envelopes.findLast(({ controlNumber }) => controlNumber === view.sheet?.controlNumber);
    if (!sheet) return undefined;
    if (this.#scanned === sheet.outerCode) this.#hand('envelope scanned again');
    const answer = await this.operator.post(`/api/cases/${view.id}/scans`, { text: sheet.outerCode });
    if (answer.status !== 200) return undefined;
    const isFirst = this.#scanned !== sheet.outerCode;
    this.#scanned = sheet.outerCode;
    this.#changedAt = performance.now();
    if (isFirst) await this.happenings.onScanned();
    return undefined;
  }

  /** A refusal changes nothing, and the next look says what does. */
  async #try(act: PromiseLike<unknown>): Promise<undefined> {
    await act;
    return undefined;
  }

  async #putInAgainWhenStalled(afterMs = STALLED_MS): Promise<undefined> {
    if (this.#isStalled(afterMs)) this.#takeOut();
    return undefined;
  }

  #isStalled(afterMs = STALLED_MS): boolean {
    return performance.now() - this.#changedAt > afterMs;
  }

  #takeOut(): void {
    this.#hand('card taken out');
    this.desk.slot.pull();
    this.#changedAt = performance.now();
  }

  async #cardState(): Promise<string | null> {
    const { cardInReader } = await this.operator.desk();
    return cardInReader?.state === 'recognised' ? cardInReader.card.state : null;
  }

  #note(words: string): void {
    if (this.#said.at(-1) === words) return;
    this.#said.push(words);
    this.#changedAt = performance.now();
  }

  #hand(words: string): void {
    if (this.#hands.at(-1) !== words) this.#hands.push(words);
  }
}

/** Nobody answers, or says that the database is away: the page shows its strip and goes on by itself. */
function isOutage(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return /ECONNREFUSED|ECONNRESET|EPIPE/.test(`${String(code)} ${String(message)}`) || /socket hang up|got 50[03]/.test(String(message));
}
