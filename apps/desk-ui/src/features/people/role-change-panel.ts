// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonView } from '@sportello/contracts';
import type { RoleDecision } from '@sportello/domain';
import { dateAndTime } from '../../data/time/desk-time';
import { State } from '../../ui/shape/state';
import { RoleLines } from './role-lines';

/** The roles, or the codice fiscale, that were asked for a person: what would change, who asked and why, and the second administrator's answer. */
@Component({
  selector: 'app-role-change-panel',
  imports: [TranslocoPipe, RoleLines, State],
  template: `
    @if (change(); as change) {
      <div class="notice repairable">
        <h3>{{ 'people.asked.' + change.what + '.title' | transloco }}</h3>
        <dl>
          <dt class="label-line">{{ 'people.asked.now' | transloco }}</dt>
          <dd>
            @if (change.what === 'roles') {
              <app-role-lines [roles]="person().roles" />
            } @else {
              <span class="mono">{{ person().codiceFiscale ?? ('people.asked.none' | transloco) }}</span>
            }
          </dd>
          <dt class="label-line">{{ 'people.asked.then' | transloco }}</dt>
          <dd>
            @if (change.what === 'roles') {
              <app-role-lines [roles]="change.roles" />
            } @else {
              <span class="mono">{{ change.codiceFiscale ?? ('people.asked.none' | transloco) }}</span>
            }
          </dd>
        </dl>
        <p>{{ 'people.asked.' + change.what + '.asked' | transloco: { by: change.askedBy, at: at(change.askedAt), until: at(change.expiresAt) } }}</p>
        <p class="reason">«{{ change.reason }}»</p>
        @if (change.what === 'codice-fiscale') {
          <p class="help">{{ 'people.asked.codeHelp' | transloco }}</p>
        }
        @if (change.canDecide) {
          <div class="buttons">
            <button type="button" class="button primary ready" [attr.aria-disabled]="isBusy()" (click)="decided.emit('confirm')">{{ 'people.asked.' + change.what + '.confirm' | transloco }}</button>
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
