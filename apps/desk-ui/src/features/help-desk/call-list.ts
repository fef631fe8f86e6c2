// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CallLine } from '@sportello/contracts';
import { localDateAt } from '@sportello/domain';
import { dateAndTime, writtenDate } from '../../data/time/desk-time';
import { State } from '../../ui/shape/state';

/** Calls that are still to be ended: each can be taken up again. */
@Component({
  selector: 'app-call-list',
  imports: [TranslocoPipe, State],
  templateUrl: './call-list.html',
  styleUrl: './call-list.scss',
})
export class CallList {
  readonly calls = input.required<readonly CallLine[]>();
  readonly labelledBy = input.required<string>();
  /** Key of what is said where there is none. */
  readonly none = input.required<string>();
  readonly now = input.required<number>();
  readonly taken = output<string>();

  readonly when = dateAndTime;
  readonly written = writtenDate;

  isOverdue(by: string): boolean {
    return by < localDateAt(new Date(this.now()));
  }
}
