// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlacesView } from '@sportello/contracts';
import type { PlacesStore } from '../../data/places/places-store';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { calendarIn, typedCalendar } from './calendar-draft';
import type { TypedCalendar } from './calendar-draft';
import { CalendarFields } from './calendar-fields';

export interface CalendarToChange {
  readonly store: PlacesStore;
  readonly body: PlacesView['bodies'][number];
}

/** The days on which the weeks of a body's desks do not count. The act is done here: what was typed stays when it is refused. Closes with the body's name. */
@Component({
  selector: 'app-calendar-layer',
  imports: [TranslocoPipe, CalendarFields, LayerFrame, TroubleNotice],
  templateUrl: './calendar-layer.html',
  styleUrl: './places-form.scss',
})
export class CalendarLayer {
  readonly #layer = inject<DialogRef<string>>(DialogRef);
  readonly #data = inject<CalendarToChange>(DIALOG_DATA);
  readonly #document = inject(DOCUMENT);

  readonly body = this.#data.body;
  readonly trouble = this.#data.store.trouble;
  readonly isBusy = this.#data.store.isBusy;
  readonly typed = signal(typedCalendar(this.body.calendar));
  readonly told = signal<'patron' | 'closures' | null>(null);

  write(typed: TypedCalendar): void {
    this.typed.set(typed);
    this.told.set(null);
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const calendar = calendarIn(this.typed());
    if ('wrong' in calendar) {
      this.told.set(calendar.wrong);
      this.#document.getElementById(`calendar-${calendar.wrong}`)?.focus();
    } else if (!this.isBusy() && (await this.#data.store.changeCalendar(this.body.id, { ...calendar, revision: this.body.revision }))) {
      this.#layer.close(this.body.name);
    }
  }
}
