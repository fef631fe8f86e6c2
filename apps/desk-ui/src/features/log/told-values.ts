// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { SayPipe } from '../../ui/words/say.pipe';
import type { ToldValue } from './row-facts';

/** The values of one fact, each on a line. */
@Component({
  selector: 'app-told-values',
  imports: [SayPipe],
  template: `
    @for (value of values(); track $index) {
      <span>
        @if (isText(value)) {
          {{ value }}
        } @else {
          {{ value | say }}
        }
      </span>
    }
  `,
  styles: `
    span {
      display: block;
      overflow-wrap: anywhere;
    }
  `,
})
export class ToldValues {
  readonly values = input.required<readonly ToldValue[]>();

  isText(value: ToldValue): value is string {
    return typeof value === 'string';
  }
}
