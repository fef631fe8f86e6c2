// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskName } from '@sportello/contracts';
import type { PersonDraft } from './person-draft';

/** Which desks somebody serves, and which of them is home. */
@Component({
  selector: 'app-desk-choice',
  imports: [TranslocoPipe],
  template: `
    <fieldset aria-describedby="person-desks-help">
      <legend class="label-line">{{ 'people.desks' | transloco }}</legend>
      @for (desk of desks(); track desk.id; let isFirst = $first) {
        <div class="row">
          <label class="choice">
            <input type="checkbox" [id]="isFirst ? 'person-desks' : null" [checked]="draft().deskIds().includes(desk.id)" (change)="draft().serve(desk, $any($event.target).checked)" />
            {{ desk.place }} · {{ desk.name }}
          </label>
          @if (draft().deskIds().length > 1 && draft().deskIds().includes(desk.id)) {
            <label class="choice help">
              <input type="radio" name="person-home" [checked]="draft().deskIds()[0] === desk.id" (change)="draft().liveAt(desk)" />
              {{ 'people.home' | transloco }}<span class="visually-hidden"> {{ desk.place }} {{ desk.name }}</span>
            </label>
          }
        </div>
      }
      <p id="person-desks-help" class="help">{{ 'people.desksHelp' | transloco }}</p>
    </fieldset>
  `,
  styleUrl: './choices.scss',
})
export class DeskChoice {
  readonly draft = input.required<PersonDraft>();
  readonly desks = input.required<readonly DeskName[]>();
}
