// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AskingDraft } from './asking-draft';

/** What happens then, to be read before anything does, and the yes. */
@Component({
  selector: 'app-effects-form',
  imports: [TranslocoPipe],
  template: `
    <h2 id="effects-title">{{ 'publicRevocation.effects.title' | transloco }}</h2>
    @if (draft().effects().length > 0) {
      <ul class="effects">
        @for (effect of draft().effects(); track effect) {
          <li>{{ 'publicRevocation.effects.' + effect | transloco }}</li>
        }
      </ul>
      <label class="yes"><input id="asking-effects" type="checkbox" autocomplete="off" [checked]="draft().isConfirmed()" (change)="draft().confirm($any($event.target).checked)" /> <span>{{ 'publicRevocation.effects.confirm' | transloco }}</span></label>
    } @else {
      <p class="help">{{ 'publicRevocation.effects.notYet' | transloco }}</p>
    }
  `,
  styleUrl: './asking-form.scss',
})
export class EffectsForm {
  readonly draft = input.required<AskingDraft>();
}
