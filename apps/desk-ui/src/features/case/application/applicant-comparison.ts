// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { ComparisonTable } from '../identity/comparison-table';
import type { Comparison } from '../identity/comparison';
import { wording } from '../../../ui/words/wording';
import { CaseSection } from '../../../ui/identity/case-section';

/** The applicant's document held against their own card: folded while nothing is to decide, with the look at the face always said. */
@Component({
  selector: 'app-applicant-comparison',
  imports: [CaseSection, ComparisonTable],
  template: `
    <app-case-section name="comparison" [heading]="{ key: 'application.comparison.title' }" [isDone]="isDone()" [done]="done">
      <app-comparison-table [comparison]="comparison()" />
    </app-case-section>
  `,
})
export class ApplicantComparison {
  readonly comparison = input.required<Comparison>();
  readonly isDone = computed(() => this.comparison().toDecide().length === 0);
  readonly done = wording('application.comparison.done');
}
