// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DayStore } from '../../data/custody/day-store';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { shortClockTime } from '../../data/time/desk-time';
import { Loading } from '../../ui/loading/loading';
import { MatterList } from '../../ui/matters/matter-list';
import type { SignedMatter } from '../../ui/matters/matter-list';
import { Announcer } from '../../ui/announcer/announcer';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { takeSheetScans } from '../../ui/matters/scanned-number';
import { wording } from '../../ui/words/wording';
import { countOf, missingIn, NOTHING_SEEN, traysOf, unseenIn } from './count-draft';
import { CountForm } from './count-form';
import { DayFacts } from './day-facts';

export type DayAct = 'opening' | 'handover' | 'closing';

/** *Giornata*: Apri sportello, Cambio operatore, Chiudi. One look, one button, and only what differs. */
@Component({
  selector: 'app-day-page',
  imports: [TranslocoPipe, Loading, MatterList, TroubleNotice, State, Shape, CountForm, DayFacts],
  templateUrl: './day-page.html',
  styleUrl: './day-page.scss',
  // Its own: what it shows leaves with the page.
  providers: [DayStore],
})
export class DayPage {
  readonly #store = inject(DayStore);
  readonly #session = inject(SessionState);
  readonly #announcer = inject(Announcer);
  readonly #document = inject(DOCUMENT);

  readonly day = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly mayKeep = computed(() => this.#session.may('day.keep'));
  readonly draft = signal(NOTHING_SEEN);
  readonly from = signal('');
  readonly isToldMissing = signal(false);
  readonly #chosen = signal<DayAct>('closing');
  /** A closed or unopened day can only be opened; an open one is handed over or closed. */
  readonly act = computed<DayAct>(() => (this.day()?.state === 'open' ? this.#chosen() : 'opening'));
  readonly missing = computed(() => {
    const day = this.day();
    if (!day) return undefined;
    if (this.act() === 'handover' && this.from() === '') return { field: 'from', station: '' };
    return missingIn(day, this.draft());
  });
  readonly unseen = computed(() => {
    const day = this.day();
    return day && this.act() !== 'opening' ? unseenIn(day, this.draft()) : 0;
  });

  constructor() {
    // An envelope that is read with the scanner is there.
    takeSheetScans((number) => this.tick(number));
    const desk = inject(DeskStore).desk;
    // Each hint of the desk is one for its day too.
    effect(() => {
      desk();
      untracked(() => void this.#store.refresh());
    });
  }

  time(instant: string): string {
    return shortClockTime(instant);
  }

  tick(number: string): void {
    const draft = this.draft();
    if (!draft.seen.includes(number)) this.draft.set({ ...draft, seen: [...draft.seen, number] });
  }

  choose(act: DayAct): void {
    this.#chosen.set(act);
    this.isToldMissing.set(false);
  }

  async send(event: Event): Promise<void> {
    event.preventDefault();
    const [day, missing] = [this.day(), this.missing()];
    this.isToldMissing.set(missing !== undefined);
    if (missing) this.#document.getElementById(missing.field)?.focus();
    if (!day || missing || this.isBusy()) return;
    const act = this.act();
    if (!(await this.#store.act(act, this.#bodyOf(act)))) return;
    this.draft.set(NOTHING_SEEN);
    this.#announcer.say(wording(`day.done.${act}`));
  }

  #bodyOf(act: DayAct): object {
    const day = this.day();
    if (!day) return {};
    if (act === 'opening') return { trays: traysOf(day, this.draft()) };
    return { ...countOf(day, this.draft()), ...(act === 'handover' && { fromOperatorId: this.from() }) };
  }

  sign({ id, signature }: SignedMatter): void {
    void this.#store.sign(id, signature);
  }

  retry(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }
}
