// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Whether somebody new learns first: then they hand nothing over alone. */
@Component({
  selector: 'app-training-choice',
  imports: [TranslocoPipe],
  template: `
    <label class="choice">
      <input type="checkbox" [checked]="isInTraining()" (change)="isInTraining.set($any($event.target).checked)" />
      <span>{{ 'people.inTraining' | transloco }} <span class="help">{{ 'people.inTrainingHelp' | transloco }}</span></span>
    </label>
  `,
  styleUrl: './choices.scss',
})
export class TrainingChoice {
  readonly isInTraining = model.required<boolean>();
}
