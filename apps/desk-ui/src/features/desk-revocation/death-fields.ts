// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TextField } from '../../ui/text-field/text-field';
import { DEATH_PROOFS } from './death-form';
import type { DeathForm } from './death-form';

/** After a death: the certificate of which office, and the day; or the relative's signed declaration. */
@Component({
  selector: 'app-death-fields',
  imports: [TranslocoPipe, TextField],
  template: `
    <h2>{{ 'helpDesk.reason.title' | transloco }}</h2>
    <p>{{ 'deskRevocation.death.text' | transloco }}</p>
    <div class="field">
      <label for="death-proof">{{ 'helpDesk.reason.proof' | transloco }}</label>
      <select id="death-proof" class="input" (change)="choose($any($event.target).value)">
        @for (kind of kinds; track kind) {
          <option [value]="kind" [selected]="kind === form().kind()">{{ 'revocations.proofs.' + kind | transloco }}</option>
        }
      </select>
    </div>
    @if (form().kind() === 'death-certificate') {
      <app-text-field fieldId="death-office" label="deskRevocation.death.office" wrong="deskRevocation.gaps.death-office" [text]="form().office()" [isWrong]="form().isOfficeWrong()" (written)="form().office.set($event)" />
      <app-text-field fieldId="death-day" label="deskRevocation.death.diedOn" wrong="moment.wrongDay" [isDate]="true" [text]="form().diedOn()" [isWrong]="form().isDayWrong()" (written)="form().diedOn.set($event)" />
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.625rem;
    }
  `,
})
export class DeathFields {
  readonly form = input.required<DeathForm>();
  readonly kinds = DEATH_PROOFS;

  choose(kind: string): void {
    this.form().kind.set(DEATH_PROOFS.find((each) => each === kind) ?? 'death-certificate');
  }
}
