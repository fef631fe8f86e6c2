// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogRowView } from '@sportello/contracts';
import type { AuditOutcome } from '@sportello/domain';
import { clockTime, writtenDay } from '../../data/time/desk-time';
import type { ShapeName } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { LogRowDetails, type PickedFromRow } from './log-row-details';

const SHAPES: Readonly<Record<AuditOutcome, ShapeName>> = { done: 'done', refused: 'attention', failed: 'stopped' };

export interface PickedRow {
  readonly row: LogRowView;
  readonly what: PickedFromRow;
}

/** The rows of a log, each a sentence; the one that is opened tells all that it has. */
@Component({
  selector: 'app-log-table',
  imports: [TranslocoPipe, LogRowDetails, State],
  templateUrl: './log-table.html',
  styleUrl: './log-table.scss',
})
export class LogTable {
  readonly rows = input.required<readonly LogRowView[]>();
  readonly names = input.required<ReadonlyMap<string, string>>();
  readonly picked = output<PickedRow>();

  readonly openId = signal<string | null>(null);
  readonly shapes = SHAPES;

  when(at: string): string {
    return `${writtenDay(Date.parse(at))} ${clockTime(at)}`;
  }

  toggle(id: string): void {
    this.openId.update((open) => (open === id ? null : id));
  }
}
