// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { REVOCATION_REASONS, RevocationReason } from '@sportello/contracts';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import type { StationAtHand } from './station-at-hand';

const REASONS: typeof REVOCATION_REASONS = ['lost', 'replaced', 'dismissed'];

/** What a revocation does, and why it is done. Closes when it is. */
@Component({
  selector: 'app-revoke-layer',
  imports: [TranslocoPipe, LayerFrame, TroubleNotice],
  template: `
    <app-layer-frame titleId="revoke-title" [heading]="'stations.revokeOf' | transloco: { name: station?.name }">
      <p>{{ 'stations.revokeText' | transloco }}</p>
      @if (trouble(); as told) {
        <app-trouble-notice [trouble]="told" />
      }
      <form novalidate (submit)="revoke($event)">
        <fieldset>
          <legend>{{ 'stations.because' | transloco }}</legend>
          @for (each of reasons; track each) {
            <label class="check"><input type="radio" name="because" [value]="each" [checked]="each === because()" (change)="choose(each)" />{{ 'stations.reasons.' + each | transloco }}</label>
          }
        </fieldset>
        <div class="send">
          <button type="submit" class="button refusing" [attr.aria-disabled]="isBusy()">{{ 'stations.revokeConfirm' | transloco }}</button>
          <p class="missing" role="alert">{{ isTold() ? ('stations.reasonMissing' | transloco) : '' }}</p>
        </div>
      </form>
    </app-layer-frame>
  `,
  styleUrl: './places-form.scss',
})
export class RevokeLayer {
  readonly #layer = inject<DialogRef<true>>(DialogRef);
  readonly #data = inject<StationAtHand>(DIALOG_DATA);

  readonly station = this.#data.station;
  readonly trouble = this.#data.store.trouble;
  readonly isBusy = this.#data.store.isBusy;
  readonly reasons = REASONS;
  readonly because = signal<RevocationReason | null>(null);
  readonly isTold = signal(false);

  choose(because: RevocationReason): void {
    this.because.set(because);
    this.isTold.set(false);
  }

  async revoke(event: Event): Promise<void> {
    event.preventDefault();
    const [because, { store, station }] = [this.because(), this.#data];
    this.isTold.set(because === null);
    if (because === null || !station || this.isBusy()) return;
    if (await store.revoke(station.id, { revision: station.revision, because })) this.#layer.close(true);
  }
}
