// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TELEPHONE_LINES } from '@sportello/domain';
import { PublicRevocationStore } from '../../data/public-revocation/public-revocation-store';
import { Clock } from '../../data/time/clock';
import { focusMover } from '../../ui/focus/focus';
import { FrontHeader } from '../../ui/front-header/front-header';
import { waitFor } from '../../ui/revocation/wait-for';
import { State } from '../../ui/shape/state';
import { helpDeskPhoneIn } from '../../ui/telephone/help-desk-phone';
import { LanguageSwitch } from '../../ui/words/language-switch';
import { AskerForm } from './asker-form';
import { AskingDraft } from './asking-draft';
import { askingTroubleOf, openRequestIn } from './asking-trouble';
import { EffectsForm } from './effects-form';
import { GAP_FIELDS } from './gap-fields';
import { RecordedPanel } from './recorded-panel';
import { WhyForm } from './why-form';

/** *Richiedi la revoca*: by whoever has the CIP, at any hour, under the limits of the telephone. The CIP is on the page only while it is typed. */
@Component({
  selector: 'app-public-revocation-page',
  imports: [TranslocoPipe, AskerForm, EffectsForm, FrontHeader, LanguageSwitch, RecordedPanel, State, WhyForm],
  templateUrl: './public-revocation-page.html',
  styleUrl: './public-revocation-page.scss',
  providers: [PublicRevocationStore],
})
export class PublicRevocationPage {
  readonly #store = inject(PublicRevocationStore);
  readonly #now = inject(Clock).now;
  readonly #move = focusMover();

  readonly phone = helpDeskPhoneIn(inject(DOCUMENT));
  readonly cieBlock = TELEPHONE_LINES['cie-block'].phone;
  readonly draft = signal(new AskingDraft());
  readonly receipt = this.#store.receipt;
  readonly mismatch = this.#store.mismatch;
  readonly mayAskUnverified = this.#store.mayAskUnverified;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly wait = computed(() => {
    // Each second, and by the very instant: the last step may be nearly a second old.
    this.#now();
    return this.draft().isUnverified() ? 0 : waitFor(this.mismatch(), Date.now());
  });
  readonly firstGap = computed(() => this.draft().gaps(this.#now())[0]);
  readonly isReady = computed(() => this.firstGap() === undefined && this.wait() === 0);
  /** What is missing is read aloud once somebody pressed. */
  readonly isMissingTold = signal(false);

  readonly troubleWords = askingTroubleOf;
  readonly openRequest = openRequestIn;

  constructor() {
    // A page that the browser keeps for *back*, and a window that somebody leaves, hold no CIP.
    const view = inject(DOCUMENT).defaultView;
    const forget = (): void => void this.draft().cip.takeCip();
    view?.addEventListener('pagehide', forget);
    inject(DestroyRef).onDestroy(() => view?.removeEventListener('pagehide', forget));
  }

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const gap = this.firstGap();
    this.isMissingTold.set(gap !== undefined);
    if (gap !== undefined) this.#move(GAP_FIELDS[gap]);
    else if (this.wait() > 0) this.#move('#asking-mismatch');
    else await this.#askNow();
  }

  askUnverified(): void {
    this.draft().isUnverified.set(true);
    this.#move('#asking-call-back');
  }

  async #askNow(): Promise<void> {
    await this.#send();
    if (this.receipt()) this.draft.set(new AskingDraft());
    else if (this.mismatch()) this.#move('#asking-cip');
  }

  async #send(): Promise<void> {
    const draft = this.draft();
    if (draft.isUnverified()) {
      const request = draft.unverifiedRequest();
      if (request) await this.#store.askUnverified(request);
      return;
    }
    const request = draft.request();
    if (request) await this.#store.ask(request, draft.cip.takeCip());
  }
}
