// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnAccessView } from '@sportello/contracts';
import { OwnAccessStore } from '../../data/session/own-access-store';
import { writtenDay } from '../../data/time/desk-time';
import { State } from '../../ui/shape/state';
import { withProof } from './with-proof';

/** Codes for the day when everything else is lost: shown once. */
@Component({
  selector: 'app-recovery-panel',
  imports: [TranslocoPipe, State],
  template: `
    <h2 id="recovery-title">{{ 'ownAccess.recovery.title' | transloco }}</h2>
    <p class="help">{{ 'ownAccess.recovery.help' | transloco }}</p>
    @if (codes().length > 0) {
      <div role="status">
        <p>
          <b>{{ 'ownAccess.recovery.shownOnce' | transloco }}</b>
        </p>
      </div>
      <ul class="codes">
        @for (code of codes(); track code) {
          <li>{{ code }}</li>
        }
      </ul>
      <button type="button" class="button" (click)="codes.set([])">{{ 'ownAccess.recovery.kept' | transloco }}</button>
    } @else {
      @if (access().recoveryCodes; as had) {
        <app-state [shape]="had.left > 2 ? 'done' : 'attention'">{{ 'ownAccess.recovery.left' | transloco: { count: had.left, day: day(had.madeAt) } }}</app-state>
      } @else {
        <app-state shape="attention">{{ 'ownAccess.recovery.none' | transloco }}</app-state>
      }
      <button type="button" class="button" [attr.aria-disabled]="isBusy()" (click)="make()">{{ (access().recoveryCodes ? 'ownAccess.recovery.remake' : 'ownAccess.recovery.make') | transloco }}</button>
    }
  `,
  styleUrl: './own-access-panel.scss',
})
export class RecoveryPanel {
  readonly #store = inject(OwnAccessStore);
  readonly #withProof = withProof();

  readonly access = input.required<OwnAccessView>();
  readonly isBusy = this.#store.isBusy;
  readonly codes = signal<readonly string[]>([]);

  day(instant: string): string {
    return writtenDay(Date.parse(instant));
  }

  async make(): Promise<void> {
    if (!this.isBusy()) this.codes.set((await this.#withProof(() => this.#store.makeRecoveryCodes())) ?? []);
  }
}
