// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlacesView } from '@sportello/contracts';
import type { PlacesStore } from '../../data/places/places-store';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { calendarIn, typedCalendar } from './calendar-draft';
import type { TypedCalendar } from './calendar-draft';
import { CalendarFields } from './calendar-fields';
import { typedWeek, weekIn, weekTroubles } from './typed-week';
import type { TypedWeek } from './typed-week';
import { WeekFields } from './week-fields';

export interface LineToChange {
  readonly store: PlacesStore;
  readonly line: PlacesView['line'];
  readonly name: string;
}

/** When the help desk's line answers: its week, and the days on which it does not count. The act is done here: what was typed stays when it is refused. Closes with the line's name. */
@Component({
  selector: 'app-line-layer',
  imports: [TranslocoPipe, CalendarFields, LayerFrame, TroubleNotice, WeekFields],
  templateUrl: './line-layer.html',
  styleUrl: './places-form.scss',
})
export class LineLayer {
  readonly #layer = inject<DialogRef<string>>(DialogRef);
  readonly #data = inject<LineToChange>(DIALOG_DATA);
  readonly #document = inject(DOCUMENT);

  readonly trouble = this.#data.store.trouble;
  readonly isBusy = this.#data.store.isBusy;
  readonly week = signal(typedWeek(this.#data.line.hours));
  readonly days = signal(typedCalendar(this.#data.line.calendar));
  readonly #weekTroubles = computed(() => Object.entries(weekTroubles(this.week())));
  readonly hasTroubles = computed(() => this.#weekTroubles().length > 0 || 'wrong' in calendarIn(this.days()));
  readonly told = signal<string | null>(null);

  writeWeek(week: TypedWeek): void {
    this.week.set(week);
    this.told.set(null);
  }

  writeDays(days: TypedCalendar): void {
    this.days.set(days);
    this.told.set(null);
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const [first] = this.#weekTroubles();
    const calendar = calendarIn(this.days());
    const { store, line, name } = this.#data;
    if (first) this.#tell(`places.wrong.${first[1]}`, `line-${first[0]}`);
    else if ('wrong' in calendar) this.#tell(`places.calendar.wrong.${calendar.wrong}`, `calendar-${calendar.wrong}`);
    else if (!this.isBusy() && (await store.changeLine({ revision: line.revision, hours: weekIn(this.week()), ...calendar }))) this.#layer.close(name);
  }

  #tell(words: string, field: string): void {
    this.told.set(words);
    this.#document.getElementById(field)?.focus();
  }
}
