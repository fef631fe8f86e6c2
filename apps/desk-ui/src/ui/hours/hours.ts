// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpeningPeriodMessage } from '@sportello/contracts';
import { type OpeningPeriod, weekInLines } from '@sportello/domain';

/** The hours of a desk as people say them: days that are alike in one line, and the notes below. */
@Component({
  selector: 'app-hours',
  imports: [TranslocoPipe],
  template: `
    <ul>
      @for (line of lines(); track $index) {
        <li>
          <b>{{ 'hours.days.' + line.first | transloco }}{{ line.last ? '–' + ('hours.days.' + line.last | transloco) : '' }}</b>
          @for (period of line.periods; track period) {
            {{ $first ? '' : ('hours.and' | transloco) + ' ' }}<span class="period">{{ period }}</span>
          }
        </li>
      } @empty {
        <li class="help">{{ 'hours.none' | transloco }}</li>
      }
      @for (note of notes(); track $index) {
        <li class="help">{{ note }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .period {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class Hours {
  readonly hours = input.required<readonly OpeningPeriodMessage[]>();
  readonly notes = input<readonly string[]>([]);
  readonly lines = computed(() =>
    // The API gives what the rule made.
    weekInLines(this.hours() as readonly OpeningPeriod[]).map(({ days, periods }) => ({
      first: days[0] ?? 'monday',
      last: days.length > 1 ? days.at(-1) : undefined,
      periods: periods.map(({ from, to }) => `${shown(from)}–${shown(to)}`),
    })),
  );
}

/** '08:30' as it is said: '8:30'. */
function shown(time: string): string {
  return time.replace(/^0(\d)/, '$1');
}
