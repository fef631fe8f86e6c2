// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TraineeView } from '@sportello/contracts';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { shortClockTime } from '../../data/time/desk-time';
import { TraineesStore } from '../../data/training/trainees-store';
import { TrainingStore } from '../../data/training/training-store';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { State } from '../../ui/shape/state';
import { DrillList } from '../../ui/training/drill-list';
import { TrainingPanel } from '../../ui/training/training-panel';
import { TutorLayer } from '../../ui/training/tutor-layer';

/** *Formazione*: one's own drills and tutor, whom one stands beside, and, for who enables, everybody in training. */
@Component({
  selector: 'app-training-page',
  imports: [TranslocoPipe, DrillList, Loading, State, TrainingPanel, TroubleNotice],
  templateUrl: './training-page.html',
  styleUrl: './training-page.scss',
  // Its own: what it shows leaves with the page.
  providers: [TraineesStore],
})
export class TrainingPage {
  readonly #training = inject(TrainingStore);
  readonly #trainees = inject(TraineesStore);
  readonly #session = inject(SessionState);
  readonly #layers = inject(Layers);

  readonly view = this.#training.view;
  readonly trouble = this.#training.trouble;
  readonly isBusy = this.#training.isBusy;
  readonly readsTrainees = computed(() => this.#session.may('training.read'));
  readonly trainees = computed(() => this.#trainees.view()?.trainees ?? null);
  readonly hasFailed = computed(() => (this.view() === null && this.#training.hasFailed()) || (this.trainees() === null && this.#trainees.hasFailed()));
  /** Neither in training, nor beside anybody, nor one who enables. */
  readonly isIdle = computed(() => {
    const view = this.view();
    return view !== null && view.standing === null && view.tutoring.length === 0 && !this.readsTrainees();
  });
  readonly shownId = signal<string | null>(null);
  readonly time = shortClockTime;

  constructor() {
    const desk = inject(DeskStore).desk;
    // Each hint of the desk is one for its trainees too; and whoever signs in over an expired session reads their own.
    effect(() => {
      desk();
      if (!this.#session.session()) return;
      untracked(() => this.retry());
    });
  }

  retry(): void {
    void this.#training.refresh();
    if (this.readsTrainees()) void this.#trainees.refresh();
  }

  doneOf({ drills }: TraineeView): number {
    return drills.filter(({ doneAt }) => doneAt !== null).length;
  }

  show(id: string): void {
    this.shownId.set(id);
  }

  signTutor(): void {
    this.#layers.open<boolean>(TutorLayer, { labelledBy: 'tutor-title', focus: '#signature-username' });
  }

  endTutorship(id: string): void {
    void this.#training.endTutorship(id);
  }

  dismiss(): void {
    this.#training.dismissTrouble();
  }
}
