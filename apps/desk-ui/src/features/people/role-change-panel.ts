// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonView } from '@sportello/contracts';
import type { RoleDecision } from '@sportello/domain';
import { dateAndTime } from '../../data/time/desk-time';
import { State } from '../../ui/shape/state';

/** The roles that were asked for a person: what would change, who asked and why, and the second administrator's answer. */
@Component({
  selector: 'app-role-change-panel',
  imports: [TranslocoPipe, State],
  template: `
    @if (change(); as change) {
      <div class="notice repairable">
        <h3>{{ 'people.asked.title' | transloco }}</h3>
        <dl>
          <dt class="label-line">{{ 'people.asked.now' | transloco }}</dt>
          <dd>
            @for (role of person().roles; track role) {
              <span class="line">{{ 'roles.' + role | transloco }}</span>
            } @empty {
              {{ 'people.noRoles' | transloco }}
            }
          </dd>
          <dt class="label-line">{{ 'people.asked.then' | transloco }}</dt>
          <dd>
            @for (role of change.roles; track role) {
              <span class="line">{{ 'roles.' + role | transloco }}</span>
            }
          </dd>
        </dl>
        <p>{{ 'people.asked.asked' | transloco: { by: change.askedBy, at: at(change.askedAt), until: at(change.expiresAt) } }}</p>
        <p class="reason">«{{ change.reason }}»</p>
        @if (change.canDecide) {
          <div class="buttons">
            <button type="button" class="button primary ready" [attr.aria-disabled]="isBusy()" (click)="decided.emit('confirm')">{{ 'people.asked.confirm' | transloco }}</button>
            <button type="button" class="button refusing" [attr.aria-disabled]="isBusy()" (click)="decided.emit('refuse')">{{ 'people.asked.refuse' | transloco }}</button>
          </div>
        } @else {
          <app-state shape="waiting">{{ (person().isMe ? 'people.asked.yours' : 'people.awaits') | transloco }}</app-state>
          @if (change.canWithdraw) {
            <div class="buttons"><button type="button" class="button" [attr.aria-disabled]="isBusy()" (click)="decided.emit('refuse')">{{ 'people.asked.withdraw' | transloco }}</button></div>
          }
        }
      </div>
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: 0.25rem 1rem;
    }
    .line {
      display: block;
    }
    .reason {
      overflow-wrap: anywhere;
    }
  `,
})
export class RoleChangePanel {
  readonly person = input.required<PersonView>();
  readonly isBusy = input(false);
  readonly decided = output<RoleDecision>();
  readonly change = computed(() => this.person().roleChange);
  readonly at = dateAndTime;
}
