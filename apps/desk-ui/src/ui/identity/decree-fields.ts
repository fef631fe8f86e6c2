// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TextField } from '../text-field/text-field';
import { wording } from '../words/wording';
import { CaseSection } from './case-section';
import type { DecreeForm } from './decree-form';
import { wrongFields } from './gap';

/** The decree of appointment: number, day and court, and that its powers cover what is asked here. */
@Component({
  selector: 'app-decree-fields',
  imports: [TranslocoPipe, CaseSection, TextField],
  template: `
    <app-case-section name="decree" [heading]="{ key: 'application.decree.title' }" [isDone]="isDone()" [done]="done()">
      <div class="fields">
        @for (field of fields; track field) {
          <app-text-field
            [fieldId]="'decree-' + field"
            [label]="'application.decree.' + field"
            [isDate]="field === 'issuedOn'"
            [text]="form()[field]()"
            [isWrong]="wrong().has(field)"
            wrong="application.pastDate"
            (written)="form()[field].set($event)"
            (left)="form().leave(field)"
          />
        }
      </div>
      <label class="tick">
        <input type="checkbox" id="decree-coversAct" [checked]="form().coversAct()" (change)="form().coversAct.set($any($event.target).checked)" />
        {{ 'application.decree.coversAct' | transloco }}
      </label>
    </app-case-section>
  `,
  styleUrl: './decree-fields.scss',
})
export class DecreeFields {
  readonly form = input.required<DecreeForm>();
  readonly fields = ['number', 'issuedOn', 'court'] as const;
  readonly isDone = computed(() => this.form().gaps().length === 0);
  readonly wrong = computed(() => wrongFields(this.form().gaps()));
  readonly done = computed(() => wording('application.decree.done', { number: this.form().number(), date: this.form().issuedOn(), court: this.form().court() }));
}
