// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PlacesDesk, PlacesView } from '@sportello/contracts';
import { PlacesStore } from '../../data/places/places-store';
import { Hours } from '../../ui/hours/hours';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { State } from '../../ui/shape/state';
import { helpDeskPhoneIn } from '../../ui/telephone/help-desk-phone';
import { BodyLayer, type BodyToChange } from './body-layer';
import { typedCalendar } from './calendar-draft';
import { CalendarLayer, type CalendarToChange } from './calendar-layer';
import { DeskLayer, type DeskToChange } from './desk-layer';
import { LineLayer, type LineToChange } from './line-layer';

type Body = PlacesView['bodies'][number];

/** *Enti e sportelli*: the help desk's line, the bodies of the installation and their desks, where they are and when they open. */
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
  readonly #words = inject(TranslocoService);

  readonly places = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly phone = helpDeskPhoneIn(inject(DOCUMENT));
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

  editLine(line: PlacesView['line']): void {
    this.#open(LineLayer, { store: this.#store, line, name: this.#words.translate('places.line.name') } satisfies LineToChange, 'line');
  }

  /** On which days the week does not count. */
  lineNotes({ calendar }: PlacesView['line']): readonly string[] {
    const { patronDay, closures } = typedCalendar(calendar);
    const told = (key: string, days: string) => this.#words.translate(`places.line.${key}`, { days });
    return [
      ...(calendar.isClosedOnHolidays ? [told('holidays', '')] : []),
      ...(patronDay === '' ? [] : [told('patron', patronDay)]),
      ...(closures === '' ? [] : [told('closures', closures.split('\n').join(', '))]),
    ];
  }

  retry(): void {
    void this.#store.refresh();
  }

  #open(layer: typeof BodyLayer | typeof CalendarLayer | typeof DeskLayer | typeof LineLayer, data: BodyToChange | CalendarToChange | DeskToChange | LineToChange, name: 'body' | 'calendar' | 'desk' | 'line'): void {
    this.saved.set(null);
    this.#layers.open<string>(layer, { data, labelledBy: `${name}-title`, isWide: name === 'desk' || name === 'line', focus: 'input' }).closed.subscribe((saved) => {
      this.#store.dismissTrouble();
      // Somebody else may have been faster: what is there now is shown.
      if (saved === undefined) void this.#store.refresh();
      else this.saved.set(saved);
    });
  }
}
