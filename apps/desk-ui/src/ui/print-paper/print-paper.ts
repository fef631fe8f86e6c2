// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ENVELOPE_LANGUAGES } from '@sportello/domain';
import type { EnvelopeLanguage } from '@sportello/domain';
import type { OrderedPaper } from '@sportello/contracts';
import { ApiClient } from '../../data/api/api-client';
import type { ActTrouble } from '../../data/case/case-store';
import { TroubleNotice } from '../notice/trouble-notice';
import { State } from '../shape/state';

let made = 0;

/** Sends the one paper of something to *Moduli*, in the language that the citizen reads. */
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

  /** Where the paper is ordered. */
  readonly path = input.required<string>();
  /** Which paper, by its button. */
  readonly paper = input.required<'verdict' | 'receipt'>();

  readonly id = `print-language-${(made += 1)}`;
  readonly languages = ENVELOPE_LANGUAGES;
  readonly language = signal<EnvelopeLanguage>('it');
  readonly isBusy = signal(false);
  readonly isOrdered = signal(false);
  readonly trouble = signal<ActTrouble | null>(null);

  constructor() {
    // Another thing's paper was not ordered yet.
    effect(() => {
      this.path();
      untracked(() => this.#begin());
    });
  }

  choose(language: string): void {
    this.language.set(language as EnvelopeLanguage);
    this.#begin();
  }

  async print(): Promise<void> {
    if (this.isBusy()) return;
    this.#begin();
    this.isBusy.set(true);
    const answer = await this.#api.act<OrderedPaper>(this.path(), { language: this.language() });
    this.isBusy.set(false);
    this.isOrdered.set(answer.kind === 'done');
    this.trouble.set(answer.kind === 'done' ? null : answer);
  }

  #begin(): void {
    this.isOrdered.set(false);
    this.trouble.set(null);
  }
}
