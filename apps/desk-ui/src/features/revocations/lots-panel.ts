// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RevocationLotView } from '@sportello/contracts';
import { isReasonTold, LARGEST_LOT } from '@sportello/domain';
import type { LotState } from '@sportello/domain';
import { LotsStore } from '../../data/revocations/lots-store';
import { dateAndTime } from '../../data/time/desk-time';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { Shape } from '../../ui/shape/shape';
import type { ShapeName } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { lotListIn } from './lot-list-text';

const SHAPES: Readonly<Record<LotState, ShapeName>> = { 'dry-run': 'unknown', asked: 'waiting', done: 'done', withdrawn: 'stopped' };

/** Faulty lots: one supervisor pastes the list and sees what would happen, another pastes the same list and lets it go. */
@Component({
  selector: 'app-lots-panel',
  imports: [TranslocoPipe, Shape, State, TroubleNotice],
  templateUrl: './lots-panel.html',
  styleUrl: './lots-panel.scss',
  providers: [LotsStore],
})
export class LotsPanel {
  readonly #store = inject(LotsStore);

  readonly lots = computed(() => this.#store.view()?.lots ?? []);
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

  dismiss(): void {
    this.#store.dismissTrouble();
    void this.#store.refresh();
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
