// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { SessionState } from '../../../data/session/session-state';
import { EvidencePanel } from './evidence-panel';
import { papersOfCase, papersOfPrintedCase } from './offered-papers';

/** The files of the case behind one button: what is shown of them is asked for, since each look stands in the log. It closes when the card goes. */
@Component({
  selector: 'app-evidence-section',
  imports: [TranslocoPipe, EvidencePanel],
  template: `
    @if (isOffered()) {
      <section class="panel" aria-labelledby="evidence-title">
        <div class="head">
          <h2 id="evidence-title" class="label-line">{{ 'evidence.title' | transloco }}</h2>
          <button type="button" class="button small" aria-controls="evidence-files" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
            {{ (isOpen() ? 'evidence.close' : 'evidence.open') | transloco }}
          </button>
        </div>
        <div id="evidence-files">
          @if (isOpen()) {
            <app-evidence-panel [caseId]="case().id" [papers]="papers()" [hidesPictures]="!case().isCardInReader" />
          }
        </div>
      </section>
    }
  `,
  styleUrl: './evidence-section.scss',
})
export class EvidenceSection {
  readonly #session = inject(SessionState).session;

  readonly case = input.required<CaseView>();
  /** Whether its form has been printed, so that the citizen may have signed it. */
  readonly isPrinted = input(true);
  readonly isOpen = signal(false);
  readonly papers = computed(() => (this.isPrinted() ? papersOfPrintedCase(this.case()) : papersOfCase(this.case())));
  /** Before the printing only a kind that asks for a paper has something to add: an ordinary holder's page stays as it is. */
  readonly isOffered = computed(() => (this.isPrinted() || this.papers().some(({ isWanted }) => isWanted)) && (this.#session()?.permissions.includes('evidence.read') ?? false));
  readonly #hasCard = computed(() => this.case().isCardInReader);

  constructor() {
    effect(() => {
      if (!this.#hasCard()) this.isOpen.set(false);
    });
  }
}
