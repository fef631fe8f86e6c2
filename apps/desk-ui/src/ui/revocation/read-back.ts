// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { writtenDate } from '../../data/time/desk-time';
import type { EffectsToRead } from './asking';

/** What is read aloud before anything happens, and the caller's own yes. */
@Component({
  selector: 'app-read-back',
  imports: [TranslocoPipe],
  template: `
    <header>
      <h2>{{ 'helpDesk.readBack.title' | transloco }}</h2>
      <span class="key">{{ 'keys.f4' | transloco }}</span>
    </header>
    @if (draft().effects().length > 0) {
      <p class="aloud">
        <span>{{ (draft().card() ? 'helpDesk.readBack.card.' : 'helpDesk.readBack.noCard.') + draft().act() | transloco: { date: expiry() } }}</span>
        @for (effect of draft().effects(); track effect) {
          <span> {{ 'helpDesk.effects.' + effect | transloco }}</span>
        }
        <b>{{ 'helpDesk.readBack.confirm' | transloco }}</b>
      </p>
      <label class="yes"><input id="effects-confirmed" type="checkbox" [checked]="draft().isConfirmed()" (change)="draft().confirm($any($event.target).checked)" /> {{ 'helpDesk.readBack.answered' | transloco }}</label>
      <p class="help">{{ 'helpDesk.readBack.then' | transloco }}</p>
    } @else {
      <p class="help">{{ 'helpDesk.readBack.notYet' | transloco }}</p>
    }
  `,
  styleUrl: './read-back.scss',
})
export class ReadBack {
  readonly draft = input.required<EffectsToRead>();

  expiry(): string {
    return writtenDate(this.draft().card()?.expiresOn ?? '');
  }
}
