// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { writtenDay } from '../../data/time/desk-time';
import { TraineeStore } from '../../data/training/trainee-store';
import { Layers } from '../layer/layers';
import { Loading } from '../loading/loading';
import { TroubleNotice } from '../notice/trouble-notice';
import { Shape } from '../shape/shape';
import { State } from '../shape/state';
import { DrillList } from './drill-list';
import { EnableLayer } from './enable-layer';
import type { ToEnable } from './enable-layer';

/** *Formazione* of one person, for supervisors and administrators: drills done, a rehearsal's record to record, and the end of the training. */
@Component({
  selector: 'app-training-panel',
  imports: [TranslocoPipe, DrillList, Loading, Shape, State, TroubleNotice],
  templateUrl: './training-panel.html',
  styleUrl: './training-panel.scss',
  providers: [TraineeStore],
})
export class TrainingPanel {
  readonly #store = inject(TraineeStore);
  readonly #session = inject(SessionState);
  readonly #layers = inject(Layers);

  readonly operatorId = input.required<string>();
  readonly trainee = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly isUnreadable = signal(false);
  readonly isInTraining = computed(() => {
    const trainee = this.trainee();
    return trainee !== null && trainee.since !== null && trainee.enabled === null;
  });
  readonly mayRecord = computed(() => this.isInTraining() && !this.trainee()?.isOwn && this.#session.may('training.record'));
  readonly mayEnable = computed(() => this.isInTraining() && !this.trainee()?.isOwn && this.#session.may('training.enable'));

  constructor() {
    const desk = inject(DeskStore).desk;
    effect(() => {
      desk();
      const id = this.operatorId();
      untracked(() => void this.#store.read(id));
    });
  }

  day(at: string): string {
    return writtenDay(Date.parse(at));
  }

  async record(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    // The same file may be chosen again.
    field.value = '';
    if (!file) return;
    const record = jsonIn(await file.text());
    this.isUnreadable.set(record === undefined);
    if (record) await this.#store.keepRecord(record);
  }

  enable(): void {
    const trainee = this.trainee();
    if (!trainee) return;
    const data: ToEnable = { trainee, store: this.#store };
    this.#layers.open(EnableLayer, { data, labelledBy: 'enable-title' });
  }

  retry(): void {
    void this.#store.read(this.operatorId());
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }
}

function jsonIn(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    // Some other file: what the parser says of it helps nobody.
    return undefined;
  }
}
