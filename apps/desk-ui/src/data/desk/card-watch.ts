// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { isFinalCase } from '@sportello/domain';
import type { Problem } from '@sportello/contracts';
import { CaseStore } from '../case/case-store';
import type { CaseChoice } from '../case/case-store';
import { Visit } from '../case/visit';
import { SessionState } from '../session/session-state';
import { DeskStore } from './desk-store';
import { callOfCard } from './inserted-card';
import type { CardCall } from './inserted-card';

/** The card went, or another came, while its case was being opened: the next hint tells, and there is nothing to say. */
const PASSING = ['card-removed', 'card-changed', 'no-card'] as const satisfies readonly Problem['code'][];

/** Opens the case of a recognised card by itself, once per insertion, and closes the page of an ended case when its card goes. */
@Service()
export class CardWatch {
  readonly #desk = inject(DeskStore);
  readonly #cases = inject(CaseStore);
  readonly #session = inject(SessionState);
  readonly #visit = inject(Visit);
  /** The answer to an opening has come when it has been told, and not a moment before: else the same card would be asked for twice. */
  readonly #isAsking = signal(false);
  readonly #handled = signal<string | null>(null);
  readonly #refusal = signal<{ readonly insertionId: string; readonly problem: Problem } | null>(null);

  readonly #card = computed(() => this.#desk.desk()?.cardInReader ?? null);
  readonly call = computed<CardCall>(() =>
    this.#session.may('case.open') ? callOfCard(this.#card(), this.#cases.case(), this.#handled()) : { kind: 'nothing' },
  );
  /** Why the card in the reader can have no case. */
  readonly refusal = computed(() => {
    const refusal = this.#refusal();
    return refusal && refusal.insertionId === this.#card()?.insertionId ? refusal.problem : null;
  });
  /** The card's case is being opened: its refusal, if any, is not known yet. */
  readonly isOpening = computed(() => this.call().kind === 'open');

  constructor() {
    effect(() => {
      const call = this.call();
      const isFree = !this.#isAsking() && !this.#cases.isBusy() && !this.#session.isExpired() && !this.#session.isCovered();
      if (call.kind === 'open' && isFree) untracked(() => void this.open(call.insertionId));
    });
    effect(() => {
      const call = this.call();
      if (call.kind === 'of-case') this.#handled.set(call.insertionId);
    });
    effect(() => this.#followRemoval(this.#card() !== null));
  }

  /** The operator's own word for it, too, when the card is another than the case in hand waits for. */
  async open(insertionId: string, duplicate?: CaseChoice['duplicate']): Promise<void> {
    this.#isAsking.set(true);
    try {
      await this.#open(insertionId, duplicate);
    } finally {
      this.#isAsking.set(false);
    }
  }

  async #open(insertionId: string, duplicate: CaseChoice['duplicate']): Promise<void> {
    const visit = this.#visit.earlierCase();
    const answer = await this.#cases.open(insertionId, { ...(duplicate && { duplicate }), ...(visit && { visit: visit.id }) });
    const isUnasked = answer === undefined || answer.kind === 'unreachable' || (answer.kind === 'refused' && answer.problem.code === 'not-signed-in');
    if (isUnasked) return;
    this.#handled.set(insertionId);
    const isPassing = answer.kind === 'refused' && PASSING.some((code) => code === answer.problem.code);
    if (!isPassing) this.#visit.end();
    if (answer.kind === 'done') return;
    this.#refusal.set(isPassing ? null : { insertionId, problem: answer.problem });
    if (!isPassing) this.#cases.leave();
  }

  #hadCard = false;

  #followRemoval(hasCard: boolean): void {
    const wasRemoved = this.#hadCard && !hasCard;
    this.#hadCard = hasCard;
    // Also when somebody signs out: the next operator's page begins with whatever card is in the reader.
    if (!hasCard) this.#handled.set(null);
    const inHand = untracked(this.#cases.case);
    if (wasRemoved && inHand && isFinalCase(inHand.state)) this.#cases.leave();
  }
}
