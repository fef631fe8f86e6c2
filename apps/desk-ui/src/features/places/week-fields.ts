// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Weekday, WEEKDAYS } from '@sportello/domain';
import { TextField } from '../../ui/text-field/text-field';
import { type TypedWeek, weekTroubles } from './typed-week';

/** A week's hours, a field for each day. */
@Component({
  selector: 'app-week-fields',
  imports: [TranslocoPipe, TextField],
  template: `
    <p class="help wide">{{ 'places.hoursHelp' | transloco }}</p>
    @for (weekday of weekdays; track weekday) {
      <app-text-field
        [fieldId]="place() + '-' + weekday"
        [label]="'hours.days.' + weekday"
        [wrong]="'places.wrong.' + (troubles()[weekday] ?? 'no-time')"
        [text]="week()[weekday]"
        [isWrong]="!!troubles()[weekday]"
        (written)="write(weekday, $event)"
      />
    }
  `,
  // The form's own grid holds the fields.
  styles: ':host { display: contents; } .wide { grid-column: 1 / -1; }',
})
export class WeekFields {
  /** Whose week, for the ids of its fields. */
  readonly place = input.required<'desk' | 'line'>();
  readonly week = input.required<TypedWeek>();
  readonly written = output<TypedWeek>();

  readonly weekdays = WEEKDAYS;
  readonly troubles = computed(() => weekTroubles(this.week()));

  write(weekday: Weekday, text: string): void {
    this.written.emit({ ...this.week(), [weekday]: text });
  }
}
