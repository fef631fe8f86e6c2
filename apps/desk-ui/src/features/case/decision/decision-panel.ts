// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';
import type { Decision } from '../../../data/case/case-store';
import { Layers } from '../../../ui/layer/layers';
import { DecisionLayer } from './decision-layer';
import type { DecisionData } from './decision-layer';

const DECISIONS: readonly Decision[] = ['resume-writing', 'new-codes', 'close-as-lost'];

/** What a supervisor may decide now, each with what comes of it. Empty for whoever may not. */
@Component({
  selector: 'app-decision-panel',
  imports: [TranslocoPipe],
  templateUrl: './decision-panel.html',
  styleUrl: './decision-panel.scss',
})
export class DecisionPanel {
  readonly #cases = inject(CaseStore);
  readonly #layers = inject(Layers);

  readonly case = input.required<CaseView>();
  readonly isBusy = this.#cases.isBusy;
  readonly decisions = computed(() => DECISIONS.filter((decision) => this.case().acts.includes(decision)));

  ask(decision: Decision): void {
    const data: DecisionData = { decision, number: this.case().number };
    this.#layers.open<string>(DecisionLayer, { data, labelledBy: 'decision-title' }).closed.subscribe((reason) => {
      if (reason !== undefined) void this.#cases.decide(decision, reason);
    });
  }
}
