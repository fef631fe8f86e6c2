// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ComponentType } from '@angular/cdk/overlay';
import type { ManagedStation } from '@sportello/contracts';
import { StationsStore } from '../../data/places/stations-store';
import { Clock } from '../../data/time/clock';
import { clockTime, shortClockTime, writtenDay } from '../../data/time/desk-time';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import type { ShapeName } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { SayPipe } from '../../ui/words/say.pipe';
import { EnrolmentLayer } from './enrolment-layer';
import { RevokeLayer } from './revoke-layer';
import type { StationAtHand } from './station-at-hand';
import { StationNameLayer } from './station-name-layer';
import { stationDevices } from './station-devices';

const SHAPES: Readonly<Record<ManagedStation['state'], ShapeName>> = { awaited: 'waiting', online: 'done', away: 'attention', revoked: 'stopped' };

/** *Postazioni*: all stations, desk by desk: how they are, and what an administrator does with them. */
@Component({
  selector: 'app-stations-page',
  imports: [TranslocoPipe, Loading, SayPipe, State],
  templateUrl: './stations-page.html',
  styleUrl: './places-page.scss',
  providers: [StationsStore],
})
export class StationsPage {
  readonly #store = inject(StationsStore);
  readonly #layers = inject(Layers);
  readonly #clock = inject(Clock);

  readonly stations = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly readAt = signal('');
  /** The station that was revoked last: its way out of the vault is the next step. */
  readonly revoked = signal<ManagedStation | null>(null);
  readonly shapes = SHAPES;
  readonly devices = stationDevices;

  constructor() {
    void this.refresh();
    // Whoever comes back to the page sees how the stations are now.
    const window = inject(DOCUMENT).defaultView;
    const again = (): void => void this.refresh();
    window?.addEventListener('focus', again);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('focus', again));
  }

  async refresh(): Promise<void> {
    await this.#store.refresh();
    this.readAt.set(clockTime(this.#clock.now()));
  }

  when(instant: string): string {
    return `${writtenDay(Date.parse(instant))}, ${shortClockTime(instant)}`;
  }

  add(desk: StationAtHand['desk']): void {
    this.#open(StationNameLayer, { store: this.#store, desk, station: null }, 'station-name-title');
  }

  rename(desk: StationAtHand['desk'], station: ManagedStation): void {
    this.#open(StationNameLayer, { store: this.#store, desk, station }, 'station-name-title');
  }

  enrol(desk: StationAtHand['desk'], station: ManagedStation): void {
    this.#open(EnrolmentLayer, { store: this.#store, desk, station }, 'enrolment-title');
  }

  revoke(desk: StationAtHand['desk'], station: ManagedStation): void {
    this.#open(RevokeLayer, { store: this.#store, desk, station }, 'revoke-title', () => this.revoked.set(station));
  }

  #open(layer: ComponentType<unknown>, data: StationAtHand, labelledBy: string, whenDone: () => void = () => undefined): void {
    this.revoked.set(null);
    this.#layers.open<true>(layer, { data, labelledBy, focus: 'input, .body' }).closed.subscribe((isDone) => {
      this.#store.dismissTrouble();
      if (isDone) whenDone();
      void this.refresh();
    });
  }
}
