// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CasePapers } from '../../../data/case/case-papers';
import { PapersTicks } from '../../../ui/identity/papers-ticks';
import { State } from '../../../ui/shape/state';
import { wording } from '../../../ui/words/wording';
import { CaseSection } from '../../../ui/identity/case-section';
import type { PapersForm } from '../../../ui/identity/papers-form';

/** What is seen or kept, and what is signed: a declaration is ticked by the scan of its barcode, or by hand. */
@Component({
  selector: 'app-papers-part',
  imports: [TranslocoPipe, CaseSection, PapersTicks, State],
  templateUrl: './papers-part.html',
  styleUrl: './papers-part.scss',
})
export class PapersPart {
  readonly #papers = inject(CasePapers);

  readonly form = input.required<PapersForm>();
  readonly case = input.required<CaseView>();

  readonly canPrint = computed(() => this.form().declarations().length > 0 && this.case().acts.includes('print-self-declaration'));
  /** What became of the last order; null before the first. */
  readonly isOrdered = signal<boolean | null>(null);

  readonly isDone = computed(() => this.form().gaps().length === 0);
  readonly done = computed(() => wording(this.form().declarations().length > 0 ? 'application.papers.signed' : 'application.papers.inHand'));

  async print(): Promise<void> {
    const { id, envelope } = this.case();
    this.isOrdered.set(await this.#papers.printDeclarations(id, this.form().declarations(), envelope.language));
  }
}
