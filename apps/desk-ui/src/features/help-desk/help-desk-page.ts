// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenCallRequest, RecordMailRequest } from '@sportello/contracts';
import { DEFAULT_CIP_PATTERN } from '@sportello/domain';
import { CallStore } from '../../data/help-desk/call-store';
import { HelpDeskStore } from '../../data/help-desk/help-desk-store';
import { DeskLink } from '../../data/link/desk-link';
import { SessionState } from '../../data/session/session-state';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { CallPage } from './call-page';
import { CallStart } from './call-start';
import { ToldPlaces } from './told-places';

/** *Chiamate*: the call in hand, or between two what waits. */
@Component({
  selector: 'app-help-desk-page',
  imports: [TranslocoPipe, CallPage, CallStart, Loading, TroubleNotice],
  templateUrl: './help-desk-page.html',
  styleUrl: './help-desk-page.scss',
  // What it shows leaves with the page.
  providers: [CallStore],
})
export class HelpDeskPage {
  readonly #store = inject(HelpDeskStore);
  readonly #calls = inject(CallStore);
  readonly #session = inject(SessionState);

  readonly usualCip = DEFAULT_CIP_PATTERN;
  readonly view = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly call = this.#calls.call;
  readonly trouble = this.#calls.trouble;
  readonly isBusy = this.#calls.isBusy;
  readonly mayKeep = computed(() => this.#session.may('call.keep'));

  constructor() {
    inject(ToldPlaces).learnFrom(this.view);
    const hints = inject(DeskLink).hints;
    effect(() => {
      hints();
      untracked(() => {
        void this.#store.refresh();
        void this.#calls.follow();
      });
    });
  }

  answer(request: OpenCallRequest): void {
    void this.#calls.begin(request);
  }

  recordMail(request: RecordMailRequest): void {
    void this.#calls.recordMail(request);
  }

  take(id: string): void {
    void this.#calls.take(id);
  }

  refresh(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#calls.dismissTrouble();
    this.refresh();
  }
}
