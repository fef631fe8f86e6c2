// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RevocationLotView } from '@sportello/contracts';
import { isReasonTold, LARGEST_LOT } from '@sportello/domain';
import type { LotState } from '@sportello/domain';
import { LotsStore } from '../../data/revocations/lots-store';
import { dateAndTime } from '../../data/time/desk-time';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { Shape } from '../../ui/shape/shape';
import type { ShapeName } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { lotListIn } from './lot-list-text';

const SHAPES: Readonly<Record<LotState, ShapeName>> = { 'dry-run': 'unknown', asked: 'waiting', done: 'done', withdrawn: 'stopped' };

const PROGRESS_MS = 2_000;

/** Faulty lots: one supervisor pastes the list and sees what would happen, another pastes the same list and lets it go. */
@Component({
  selector: 'app-lots-panel',
  imports: [TranslocoPipe, Loading, Shape, State, TroubleNotice],
  templateUrl: './lots-panel.html',
  styleUrl: './lots-panel.scss',
  providers: [LotsStore],
})
export class LotsPanel {
  readonly #store = inject(LotsStore);

  readonly lots = computed(() => this.#store.view()?.lots);
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly shapes = SHAPES;
  readonly when = dateAndTime;
  readonly most = LARGEST_LOT;
  readonly text = signal('');
  readonly reason = signal('');
  readonly list = computed(() => lotListIn(this.text()));
  readonly told = signal<'list' | 'wrong' | 'too-large' | 'reason' | null>(null);

  constructor() {
    this.refresh();
    // A lot that goes out does so a few cards at a time.
    effect((onCleanup) => {
      if (!this.lots()?.some(({ state }) => state === 'asked')) return;
      const timer = setTimeout(() => this.refresh(), PROGRESS_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  refresh(): void {
    void this.#store.refresh();
  }

  /** The first of two: nothing is revoked. */
  async tryOut(): Promise<void> {
    if (this.#isListWrong()) return;
    const isReasonMissing = !isReasonTold(this.reason());
    this.told.set(isReasonMissing ? 'reason' : null);
    if (isReasonMissing || this.isBusy()) return;
    if (await this.#store.tryOut({ cards: [...this.list().cards], reason: this.reason().trim() })) this.#clear();
  }

  /** The second of two, by the very same list. */
  async confirm({ id, revision }: RevocationLotView): Promise<void> {
    if (this.#isListWrong() || this.isBusy()) return;
    if (await this.#store.confirm(id, { revision, cards: [...this.list().cards] })) this.#clear();
  }

  async withdraw({ id, revision }: RevocationLotView): Promise<void> {
    if (!this.isBusy()) await this.#store.withdraw(id, { revision });
  }

  dismiss(): void {
    this.#store.dismissTrouble();
    this.refresh();
  }

  #isListWrong(): boolean {
    const { cards, wrong, isTooLarge } = this.list();
    this.told.set(wrong.length > 0 ? 'wrong' : isTooLarge ? 'too-large' : cards.length === 0 ? 'list' : null);
    return this.told() !== null;
  }

  #clear(): void {
    this.text.set('');
    this.reason.set('');
  }
}
