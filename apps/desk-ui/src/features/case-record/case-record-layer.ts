// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { RecordStore } from '../../data/case/record-store';
import { DeskStore } from '../../data/desk/desk-store';
import { shortClockTime, writtenDate, writtenDay } from '../../data/time/desk-time';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { State } from '../../ui/shape/state';
import { CASE_SHAPES } from '../../ui/states/case-shapes';

/** A case as it was recorded, to be looked at: nothing here acts on it. Name and document come and go with the card, as everywhere. */
@Component({
  selector: 'app-case-record-layer',
  imports: [TranslocoPipe, LayerFrame, Loading, State, TroubleNotice],
  templateUrl: './case-record-layer.html',
  styleUrl: './case-record-layer.scss',
  providers: [RecordStore],
})
export class CaseRecordLayer {
  readonly #store = inject(RecordStore);
  readonly #id = inject<string>(DIALOG_DATA);

  readonly case = this.#store.case;
  readonly trouble = this.#store.trouble;
  readonly shapes = CASE_SHAPES;
  readonly written = writtenDate;
  readonly heading = computed(() => this.case()?.number ?? '');

  constructor() {
    const desk = inject(DeskStore).desk;
    // Each hint of the desk may be of this case, or of its card that was put in or taken out.
    effect(() => {
      desk();
      untracked(() => void this.#store.read(this.#id));
    });
  }

  when(instant: string): string {
    return `${writtenDay(Date.parse(instant))} ${shortClockTime(instant)}`;
  }
}
