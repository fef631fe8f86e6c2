// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RecordAct } from '@sportello/contracts';
import { RecordStore } from '../../data/case/record-store';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { shortClockTime, writtenDate, writtenDay } from '../../data/time/desk-time';
import { LayerFrame } from '../layer/layer-frame';
import { Layers } from '../layer/layers';
import { Loading } from '../loading/loading';
import { TroubleNotice } from '../notice/trouble-notice';
import { State } from '../shape/state';
import { CASE_SHAPES } from '../states/case-shapes';
import { CorrectionLayer } from './correction-layer';
import type { Correction } from './correction-layer';
import { CorrectionsList } from './corrections-list';
import { HandOverLayer } from './hand-over-layer';
import type { HandOverChoice, HandOverData } from './hand-over-layer';
import { WrongDeliveryLayer } from './wrong-delivery-layer';
import type { WrongDelivery } from './wrong-delivery-layer';

/** A case as it was recorded. What is done here is done with the record: a correction beside it, another keeper. Name and document come and go with the card, as everywhere. */
@Component({
  selector: 'app-case-record-layer',
  imports: [TranslocoPipe, CorrectionsList, LayerFrame, Loading, State, TroubleNotice],
  templateUrl: './case-record-layer.html',
  styleUrl: './case-record-layer.scss',
  providers: [RecordStore],
})
export class CaseRecordLayer {
  readonly #store = inject(RecordStore);
  readonly #layers = inject(Layers);
  readonly #session = inject(SessionState);
  readonly #id = inject<string>(DIALOG_DATA);

  readonly case = this.#store.case;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly wrongDelivery = this.#store.wrongDelivery;
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

  /** Only what was handed over can have gone to the wrong person. */
  readonly mayTellWrongDelivery = computed(() => this.case()?.state === 'delivered' && this.#session.may('revocation.record-at-desk'));

  may(act: RecordAct): boolean {
    return this.case()?.recordActs.includes(act) ?? false;
  }

  correct(): void {
    const data = this.case()?.number;
    this.#layers.open<Correction>(CorrectionLayer, { data, labelledBy: 'correction-title', focus: '#correction-field' }).closed.subscribe((correction) => {
      if (correction) void this.#store.correct(correction);
    });
  }

  async handOver(): Promise<void> {
    const [number, colleagues] = [this.case()?.number ?? 0, await this.#store.colleagues()];
    if (!colleagues) return;
    const data: HandOverData = { number, colleagues };
    this.#layers.open<HandOverChoice>(HandOverLayer, { data, labelledBy: 'hand-over-title' }).closed.subscribe((choice) => {
      if (choice) void this.#store.handOver(choice);
    });
  }

  tellWrongDelivery(): void {
    const data = this.case()?.number;
    this.#layers.open<WrongDelivery>(WrongDeliveryLayer, { data, labelledBy: 'wrong-delivery-title', focus: '#wrong-delivery-codes' }).closed.subscribe((wrongDelivery) => {
      if (wrongDelivery) void this.#store.tellWrongDelivery(wrongDelivery);
    });
  }

  time(instant: string): string {
    return shortClockTime(instant);
  }

  when(instant: string): string {
    return `${writtenDay(Date.parse(instant))} ${shortClockTime(instant)}`;
  }
}
