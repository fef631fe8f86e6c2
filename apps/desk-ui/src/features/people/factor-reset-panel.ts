// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonView } from '@sportello/contracts';
import { DeskLink } from '../../data/link/desk-link';
import { FactorResetsStore } from '../../data/people/factor-resets-store';
import { SessionState } from '../../data/session/session-state';
import { dateAndTime } from '../../data/time/desk-time';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { State } from '../../ui/shape/state';

/** Somebody lost what they sign in with beside their password: one administrator asks that it be reset, another confirms. */
@Component({
  selector: 'app-factor-reset-panel',
  imports: [TranslocoPipe, State, TroubleNotice],
  template: `
    <h3>{{ 'people.factors.title' | transloco }}</h3>
    @if (trouble(); as told) {
      <app-trouble-notice [trouble]="told"><button type="button" class="button" (click)="dismiss()">{{ 'notice.understood' | transloco }}</button></app-trouble-notice>
    }
    @if (asked(); as asked) {
      <p>{{ 'people.factors.asked' | transloco: { by: asked.askedBy.displayName, at: at(asked.askedAt), until: at(asked.expiresAt) } }}</p>
      @if (isMine()) {
        <app-state shape="waiting">{{ 'people.factors.awaits' | transloco }}</app-state>
      } @else {
        <p class="help">{{ 'people.factors.confirmHelp' | transloco }}</p>
        <button type="button" class="button primary ready" [attr.aria-disabled]="isBusy()" (click)="confirm(asked.id)">{{ 'people.factors.confirm' | transloco }}</button>
      }
    } @else if (isKnown()) {
      <p class="help">{{ 'people.factors.help' | transloco }}</p>
      <button type="button" class="button" [attr.aria-disabled]="isBusy()" (click)="ask()">{{ 'people.factors.ask' | transloco }}</button>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 1rem;
      padding-top: 0.5rem;
      border-top: 1px solid var(--line-2);
    }
  `,
  providers: [FactorResetsStore],
})
export class FactorResetPanel {
  readonly #store = inject(FactorResetsStore);
  readonly #session = inject(SessionState);

  readonly person = input.required<PersonView>();
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  /** Until then nothing is offered that may have been asked already. */
  readonly isKnown = computed(() => this.#store.view() !== null);
  readonly asked = computed(() => this.#store.view()?.waiting.find(({ operator }) => operator.id === this.person().id) ?? null);
  readonly isMine = computed(() => this.asked()?.askedBy.id === this.#session.session()?.operator.id);
  readonly at = dateAndTime;

  constructor() {
    const hints = inject(DeskLink).hints;
    effect(() => {
      this.person();
      hints();
      untracked(() => void this.#store.refresh());
    });
  }

  ask(): void {
    if (!this.isBusy()) void this.#store.ask(this.person().id);
  }

  confirm(id: string): void {
    if (!this.isBusy()) void this.#store.confirm(id);
  }

  dismiss(): void {
    this.#store.dismissTrouble();
    void this.#store.refresh();
  }
}
