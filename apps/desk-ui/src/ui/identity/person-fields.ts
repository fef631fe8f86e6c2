// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { State } from '../shape/state';
import { TextField } from '../text-field/text-field';
import { wrongFields } from './gap';
import { PERSON_FIELDS } from './person-form';
import type { PersonForm } from './person-form';

/** Whoever came, as the document names them, where no card of theirs is there to compare with. */
@Component({
  selector: 'app-person-fields',
  imports: [TranslocoPipe, State, TextField],
  template: `
    <header>
      <h3 id="person-title">{{ 'application.person.title' | transloco }}</h3>
      <p><b>{{ 'comparison.lookAtFace' | transloco }}</b> <app-state shape="unknown">{{ 'comparison.faceByEnter' | transloco }}</app-state></p>
    </header>
    <div class="fields" role="group" aria-labelledby="person-title">
      @for (field of fields; track field) {
        <app-text-field
          [fieldId]="'person-' + field"
          [label]="'comparison.parts.' + field"
          [isDate]="field === 'birthDate'"
          [isCode]="field === 'codiceFiscale'"
          [text]="form()[field]()"
          [isWrong]="wrong().has(field)"
          [wrong]="'comparison.unreadable.' + field"
          (written)="form().write(field, $event)"
          (left)="form().leave(field)"
        />
      }
    </div>
  `,
  styleUrl: './person-fields.scss',
})
export class PersonFields {
  readonly form = input.required<PersonForm>();
  readonly fields = PERSON_FIELDS;
  readonly wrong = computed(() => wrongFields(this.form().gaps()));
}
