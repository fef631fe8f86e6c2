// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonView } from '@sportello/contracts';
import { isReasonTold, type Role } from '@sportello/domain';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Shape } from '../../ui/shape/shape';
import { ReasonField } from './reason-field';
import { RoleChoice } from './role-choice';

export interface RolesWish {
  readonly roles: readonly Role[];
  readonly reason: string;
}

/** Which roles somebody is to have, and why. Closes with the wish; another administrator decides. */
@Component({
  selector: 'app-roles-layer',
  imports: [TranslocoPipe, LayerFrame, Shape, ReasonField, RoleChoice],
  template: `
    <app-layer-frame titleId="roles-title" [heading]="'people.rolesTitle' | transloco: { name: person.displayName }">
      <form novalidate (submit)="confirm($event)">
        <app-role-choice fieldId="roles-roles" [(roles)]="roles" />
        <app-reason-field fieldId="roles-reason" [(reason)]="reason" />
        <p>{{ 'people.rolesComes' | transloco }}</p>
        <div role="alert">
          @if (told(); as gap) {
            <p class="field-error"><app-shape name="attention" />{{ 'people.gaps.' + gap | transloco }}</p>
          }
        </div>
        <button type="submit" class="button primary" [class.ready]="!gap()">{{ 'people.rolesAsk' | transloco }}</button>
      </form>
    </app-layer-frame>
  `,
  styleUrl: './form-layer.scss',
})
export class RolesLayer {
  readonly #layer = inject<DialogRef<RolesWish>>(DialogRef);
  readonly #document = inject(DOCUMENT);

  readonly person = inject<PersonView>(DIALOG_DATA);
  readonly roles = signal<readonly Role[]>(this.person.roles);
  readonly reason = signal('');
  readonly #isAsked = signal(false);
  readonly gap = computed(() => {
    if (this.roles().length === 0) return 'roles';
    return isReasonTold(this.reason()) ? undefined : 'reason';
  });
  readonly told = computed(() => (this.#isAsked() ? this.gap() : undefined));

  confirm(event: Event): void {
    event.preventDefault();
    const gap = this.gap();
    this.#isAsked.set(gap !== undefined);
    if (gap === undefined) this.#layer.close({ roles: this.roles(), reason: this.reason().trim() });
    else this.#document.getElementById(`roles-${gap}`)?.focus();
  }
}
