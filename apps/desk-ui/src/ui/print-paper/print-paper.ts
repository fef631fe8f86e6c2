// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ENVELOPE_LANGUAGES } from '@sportello/domain';
import type { EnvelopeLanguage } from '@sportello/domain';
import type { OrderedPaper, PaperOrderView } from '@sportello/contracts';
import { ApiClient } from '../../data/api/api-client';
import type { ActTrouble } from '../../data/case/case-store';
import { DeskStore } from '../../data/desk/desk-store';
import { TroubleNotice } from '../notice/trouble-notice';
import type { ShapeName } from '../shape/shape';
import { State } from '../shape/state';

const SHAPES: Readonly<Record<PaperOrderView['state'], ShapeName>> = { pending: 'running', completed: 'done', failed: 'attention', cancelled: 'unknown' };

let made = 0;

/** Sends a paper to *Moduli*, in the language that the citizen reads, and tells what becomes of it: while it is under way, pressing again orders nothing. */
@Component({
  selector: 'app-print-paper',
  imports: [TranslocoPipe, State, TroubleNotice],
  templateUrl: './print-paper.html',
  styles: `
    .print {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: center;
      margin-top: 0.75rem;
    }
    .input {
      width: auto;
    }
  `,
})
export class PrintPaper {
  readonly #api = inject(ApiClient);
  readonly #desk = inject(DeskStore).desk;
  readonly #order = signal<{ readonly id: string; readonly state: PaperOrderView['state'] } | null>(null);
  /** The same paper whenever it is asked for in the same words: what the page reads again is no other paper. */
  readonly #what = computed(() => JSON.stringify([this.path(), this.request()]));
  readonly #isSent = signal(false);

  /** Where the paper is ordered. */
  readonly path = input.required<string>();
  /** What the order says besides the language. */
  readonly request = input<object>({});
  /** Which paper, by its button. */
  readonly paper = input.required<'verdict' | 'receipt' | 'receipt-copy' | 'leaflet' | 'delegation' | 'slip' | 'revocation' | 'declaration'>();
  /** What the citizen reads, as far as it is known. */
  readonly citizensLanguage = input<EnvelopeLanguage>('it');

  readonly id = `print-language-${(made += 1)}`;
  readonly languages = ENVELOPE_LANGUAGES;
  readonly shapes = SHAPES;
  readonly language = linkedSignal(() => this.citizensLanguage());
  readonly state = computed(() => this.#order()?.state ?? null);
  readonly isUnderWay = computed(() => this.#isSent() || this.state() === 'pending');
  readonly trouble = signal<ActTrouble | null>(null);

  constructor() {
    // Another thing's paper was not ordered yet.
    effect(() => {
      this.#what();
      untracked(() => this.#begin());
    });
    // The desk is read again at each hint: one of them says that the order has ended.
    effect(() => {
      this.#desk();
      untracked(() => void this.#look());
    });
  }

  choose(language: string): void {
    this.language.set(language as EnvelopeLanguage);
    this.#begin();
  }

  async print(): Promise<void> {
    if (this.isUnderWay()) return;
    this.#begin();
    this.#isSent.set(true);
    const answer = await this.#api.act<OrderedPaper | PaperOrderView>(this.path(), { ...this.request(), language: this.language() });
    this.#isSent.set(false);
    if (answer.kind !== 'done') {
      this.trouble.set(answer);
      return;
    }
    this.#order.set({ id: 'paperId' in answer.value ? answer.value.paperId : answer.value.id, state: 'pending' });
    // Its end may have been told before its order was answered.
    await this.#look();
  }

  async #look(): Promise<void> {
    const order = this.#order();
    if (order?.state !== 'pending') return;
    const answer = await this.#api.read<PaperOrderView>(`/api/papers/${order.id}`);
    if (answer.kind === 'done' && this.#order() === order && answer.value.state !== 'pending') this.#order.set({ id: order.id, state: answer.value.state });
  }

  #begin(): void {
    this.#order.set(null);
    this.trouble.set(null);
  }
}
