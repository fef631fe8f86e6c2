// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlacesDesk, PlacesView } from '@sportello/contracts';
import { PlacesStore } from '../../data/places/places-store';
import { Hours } from '../../ui/hours/hours';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { State } from '../../ui/shape/state';
import { BodyLayer, type BodyToChange } from './body-layer';
import { CalendarLayer, type CalendarToChange } from './calendar-layer';
import { DeskLayer, type DeskToChange } from './desk-layer';

type Body = PlacesView['bodies'][number];

/** *Enti e sportelli*: the bodies of the installation and their desks, where they are and when they open. */
@Component({
  selector: 'app-places-page',
  imports: [RouterLink, TranslocoPipe, Hours, Loading, State],
  templateUrl: './places-page.html',
  styleUrl: './places-page.scss',
  // Its own: what it shows leaves with the page.
  providers: [PlacesStore],
})
export class PlacesPage {
  readonly #store = inject(PlacesStore);
  readonly #layers = inject(Layers);

  readonly places = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  /** What was saved last, by name. */
  readonly saved = signal<string | null>(null);

  constructor() {
    void this.#store.refresh();
  }

  editBody(body: Body | null): void {
    this.#open(BodyLayer, { store: this.#store, body } satisfies BodyToChange, 'body');
  }

  editDesk(body: Body, desk: PlacesDesk | null): void {
    this.#open(DeskLayer, { store: this.#store, body, desk } satisfies DeskToChange, 'desk');
  }

  editCalendar(body: Body): void {
    this.#open(CalendarLayer, { store: this.#store, body } satisfies CalendarToChange, 'calendar');
  }

  retry(): void {
    void this.#store.refresh();
  }

  #open(layer: typeof BodyLayer | typeof CalendarLayer | typeof DeskLayer, data: BodyToChange | CalendarToChange | DeskToChange, name: 'body' | 'calendar' | 'desk'): void {
    this.saved.set(null);
    this.#layers.open<string>(layer, { data, labelledBy: `${name}-title`, isWide: name === 'desk', focus: 'input' }).closed.subscribe((saved) => {
      this.#store.dismissTrouble();
      // Somebody else may have been faster: what is there now is shown.
      if (saved === undefined) void this.#store.refresh();
      else this.saved.set(saved);
    });
  }
}
