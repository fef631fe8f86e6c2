// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { WrongDeliveryRequest } from '@sportello/contracts';
import { Clock } from '../../data/time/clock';
import { LayerFrame } from '../layer/layer-frame';
import { MomentFields } from '../moment/moment-fields';
import { ToldMoment } from '../moment/told-moment';
import { Shape } from '../shape/shape';

export type WrongDelivery = Omit<WrongDeliveryRequest, 'revision'>;

const WHATS: readonly WrongDelivery['what'][] = ['codes', 'card', 'both'];

/** *Consegna errata*: what went to somebody else, and when. Closes with both. */
@Component({
  selector: 'app-wrong-delivery-layer',
  imports: [TranslocoPipe, LayerFrame, MomentFields, Shape],
  templateUrl: './wrong-delivery-layer.html',
  styleUrl: './wrong-delivery-layer.scss',
})
export class WrongDeliveryLayer {
  readonly #layer = inject<DialogRef<WrongDelivery>>(DialogRef);
  readonly #document = inject(DOCUMENT);
  readonly #clock = inject(Clock);

  /** The case's number. */
  readonly number = inject<number>(DIALOG_DATA);
  readonly whats = WHATS;
  readonly what = signal<WrongDelivery['what'] | null>(null);
  readonly happened = new ToldMoment();
  readonly notes = signal('');
  readonly missing = computed<'what' | 'happened' | null>(() => {
    if (this.what() === null) return 'what';
    return this.happened.instant() === undefined || this.happened.isLaterThan(this.#clock.now()) ? 'happened' : null;
  });
  readonly #isAsked = signal(false);
  readonly told = computed(() => (this.#isAsked() ? this.missing() : null));

  confirm(event: Event): void {
    event.preventDefault();
    this.#isAsked.set(true);
    const [missing, what, happened] = [this.missing(), this.what(), this.happened.instant()];
    if (missing !== null || what === null || happened === undefined) {
      this.#document.getElementById(missing === 'happened' ? 'wrong-happened-day' : 'wrong-delivery-codes')?.focus();
      return;
    }
    const notes = this.notes().trim();
    this.#layer.close({ what, happenedAt: happened.toISOString(), notes: notes === '' ? null : notes });
  }
}
