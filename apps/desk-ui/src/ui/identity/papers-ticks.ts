// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PapersForm } from './papers-form';

/** Each paper that is seen or kept, and each declaration that is signed. */
@Component({
  selector: 'app-papers-ticks',
  imports: [TranslocoPipe],
  template: `
    @for (asked of form().toTick(); track asked.paper) {
      <label class="tick">
        <input type="checkbox" [id]="'papers-paper-' + asked.paper" [checked]="form().isInHand(asked.paper)" (change)="form().tick(asked.paper, $any($event.target).checked)" />
        <span>{{ 'papers.' + asked.paper | transloco }} <span class="help">{{ 'application.papers.handling.' + asked.handling | transloco }}</span></span>
      </label>
    }
    @for (declaration of form().declarations(); track declaration) {
      <label class="tick">
        <input
          type="checkbox"
          [id]="'papers-declaration-' + declaration"
          [checked]="form().isSigned(declaration)"
          [disabled]="form().isFiled()"
          (change)="form().sign(declaration, $any($event.target).checked)"
        />
        <span>{{ 'declarations.' + declaration | transloco }} <span class="help">{{ 'application.papers.toSign' | transloco }}</span></span>
      </label>
    }
  `,
  styleUrl: './papers-ticks.scss',
})
export class PapersTicks {
  readonly form = input.required<PapersForm>();
}
