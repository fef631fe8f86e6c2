// SPDX-License-Identifier: AGPL-3.0-or-later
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeskStore } from '../../data/desk/desk-store';
import { LayerFrame } from '../layer/layer-frame';
import { StationCodeForm } from './station-code-form';

/** The browser was carried to another counter of the same desk. */
@Component({
  selector: 'app-station-code-layer',
  imports: [TranslocoPipe, LayerFrame, StationCodeForm],
  template: `
    <app-layer-frame titleId="station-code-title" [heading]="'stationCode.change' | transloco">
      @if (name(); as name) {
        <p>{{ 'stationCode.current' | transloco: { name } }}</p>
      }
      <app-station-code-form (bound)="close()" />
    </app-layer-frame>
  `,
})
export class StationCodeLayer {
  readonly #layer = inject<DialogRef>(DialogRef);
  readonly #desk = inject(DeskStore).desk;

  readonly name = computed(() => this.#desk()?.station?.name ?? null);

  close(): void {
    this.#layer.close();
  }
}
