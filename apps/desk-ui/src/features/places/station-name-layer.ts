// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { TextField } from '../../ui/text-field/text-field';
import type { StationAtHand } from './station-at-hand';

/** The name of a station, new or old. Closes when it is done. */
@Component({
  selector: 'app-station-name-layer',
  imports: [TranslocoPipe, LayerFrame, TextField, TroubleNotice],
  template: `
    <app-layer-frame titleId="station-name-title" [heading]="station ? ('stations.renameOf' | transloco: { name: station.name }) : ('stations.newOf' | transloco: { desk: desk.name })">
      @if (trouble(); as told) {
        <app-trouble-notice [trouble]="told" />
      }
      <form novalidate (submit)="save($event)">
        <app-text-field fieldId="station-name" label="stations.name" wrong="stations.nameMissing" [text]="name()" [isWrong]="name().trim() === ''" (written)="name.set($event)" />
        <div class="send">
          <button type="submit" class="button primary" [class.ready]="name().trim() !== ''" [attr.aria-disabled]="isBusy()">{{ 'stations.save' | transloco }}</button>
          <p class="missing" role="alert">{{ isTold() ? ('stations.nameMissing' | transloco) : '' }}</p>
        </div>
      </form>
    </app-layer-frame>
  `,
  styleUrl: './places-form.scss',
})
export class StationNameLayer {
  readonly #layer = inject<DialogRef<true>>(DialogRef);
  readonly #data = inject<StationAtHand>(DIALOG_DATA);

  readonly desk = this.#data.desk;
  readonly station = this.#data.station;
  readonly trouble = this.#data.store.trouble;
  readonly isBusy = this.#data.store.isBusy;
  readonly name = signal(this.station?.name ?? '');
  readonly isTold = signal(false);

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    this.isTold.set(name === '');
    if (name === '' || this.isBusy()) return;
    const { store, desk, station } = this.#data;
    const isDone = station ? await store.rename(station.id, { revision: station.revision, name }) : await store.add({ deskId: desk.id, name });
    if (isDone) this.#layer.close(true);
  }
}
