// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LayerFrame } from '../../ui/layer/layer-frame';
import type { StationAtHand } from './station-at-hand';

/** The code that enrols a station once: made when the layer opens, shown here and nowhere else. */
@Component({
  selector: 'app-enrolment-layer',
  imports: [TranslocoPipe, LayerFrame],
  template: `
    <app-layer-frame titleId="enrolment-title" [heading]="'stations.enrolOf' | transloco: { name: station?.name }">
      <div class="body" tabindex="-1" aria-live="polite">
        @if (code(); as code) {
          <p class="code">{{ code }}</p>
          <p>{{ 'stations.enrolText' | transloco }}</p>
          <p class="command">{{ 'stations.enrolHow' | transloco: { code } }}</p>
        } @else if (hasFailed()) {
          <p role="alert">{{ 'stations.failed' | transloco }}</p>
        }
      </div>
    </app-layer-frame>
  `,
  styleUrl: './places-form.scss',
})
export class EnrolmentLayer {
  readonly #data = inject<StationAtHand>(DIALOG_DATA);

  readonly station = this.#data.station;
  readonly code = signal<string | null>(null);
  readonly hasFailed = signal(false);

  constructor() {
    void this.#make();
  }

  async #make(): Promise<void> {
    const code = this.station ? await this.#data.store.enrolmentCode(this.station.id) : undefined;
    if (code === undefined) this.hasFailed.set(true);
    else this.code.set(code);
  }
}
