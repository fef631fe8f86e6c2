// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ROLES, type Role } from '@sportello/domain';

/** Roles to tick, each with what it is for. */
@Component({
  selector: 'app-role-choice',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend class="label-line">{{ 'people.roles' | transloco }}</legend>
      @for (role of all; track role; let isFirst = $first) {
        <label class="choice">
          <input type="checkbox" [id]="isFirst ? fieldId() : null" [checked]="roles().includes(role)" (change)="tick(role, $any($event.target).checked)" />
          <span>{{ 'roles.' + role | transloco }} <span class="help">{{ 'people.roleHelp.' + role | transloco }}</span></span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './choices.scss',
})
export class RoleChoice {
  readonly fieldId = input.required<string>();
  readonly roles = model.required<readonly Role[]>();
  readonly all = ROLES;

  tick(role: Role, isGiven: boolean): void {
    this.roles.update((roles) => this.all.filter((each) => (each === role ? isGiven : roles.includes(each))));
  }
}
