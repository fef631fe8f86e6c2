// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VOID_REASONS } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';

// The contract's list, checked by the compiler.
const reasons: typeof VOID_REASONS = ['sheet-missing', 'sheet-damaged', 'sheet-illegible'];

/** When the printed sheet is no good: it is spoiled, its codes die, and new ones can be prepared. */
@Component({
  selector: 'app-sheet-trouble',
  imports: [TranslocoPipe],
  template: `
    <section class="panel" aria-labelledby="sheet-trouble-title">
      <h3 id="sheet-trouble-title" class="label-line">{{ 'envelope.trouble' | transloco }}</h3>
      <p>{{ 'envelope.troubleText' | transloco }}</p>
      @for (reason of reasons; track reason) {
        <button type="button" class="button small" (click)="voidEnvelope(reason)">{{ 'envelope.void.' + reason | transloco }}</button>
      }
    </section>
  `,
  styles: `
    .panel {
      display: flex;
      flex-direction: column;
      gap: 0.5rem;
      align-items: flex-start;
    }
  `,
})
export class SheetTrouble {
  readonly #cases = inject(CaseStore);
  readonly reasons = reasons;

  voidEnvelope(reason: (typeof reasons)[number]): void {
    void this.#cases.voidEnvelope(reason);
  }
}
