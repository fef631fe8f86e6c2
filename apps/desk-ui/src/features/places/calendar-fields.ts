// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TextField } from '../../ui/text-field/text-field';
import { calendarIn } from './calendar-draft';
import type { TypedCalendar } from './calendar-draft';

/** The days on which a week does not count. */
@Component({
  selector: 'app-calendar-fields',
  imports: [TranslocoPipe, TextField],
  template: `
    <label class="check wide"><input type="checkbox" [checked]="typed().isClosedOnHolidays" (change)="write({ isClosedOnHolidays: $any($event.target).checked })" /> {{ 'places.calendar.holidays' | transloco }}</label>
    <app-text-field fieldId="calendar-patron" label="places.calendar.patron" wrong="places.calendar.wrong.patron" [isCode]="true" [text]="typed().patronDay" [isWrong]="isPatronWrong()" (written)="write({ patronDay: $event })" />
    <div class="field wide">
      <label for="calendar-closures">{{ 'places.calendar.closures' | transloco }}</label>
      <textarea id="calendar-closures" class="input mono" rows="4" aria-describedby="calendar-closures-help" [value]="typed().closures" (input)="write({ closures: $any($event.target).value })"></textarea>
      <p id="calendar-closures-help" class="help">{{ 'places.calendar.closuresHelp' | transloco }}</p>
    </div>
  `,
  styleUrl: './calendar-fields.scss',
})
export class CalendarFields {
  readonly typed = input.required<TypedCalendar>();
  readonly written = output<TypedCalendar>();

  readonly isPatronWrong = computed(() => 'wrong' in calendarIn({ ...this.typed(), closures: '' }));

  write(changes: Partial<TypedCalendar>): void {
    this.written.emit({ ...this.typed(), ...changes });
  }
}
