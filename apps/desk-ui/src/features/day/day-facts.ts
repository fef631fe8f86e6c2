// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DayView, SelfTestRow } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { shortClockTime } from '../../data/time/desk-time';
import { State } from '../../ui/shape/state';
import type { ShapeName } from '../../ui/shape/shape';

/** The lines of the day's sum: what came, then what went. */
const SUM = ['opening', 'received', 'transferredIn', 'delivered', 'spoiled', 'destroyed', 'transferredOut'] as const;
const CLOSING = ['in-stock', 'loaded', 'printed', 'held'] as const;

interface TestedPart {
  readonly part: 'link' | 'reader' | 'operatorReader' | 'envelopes' | 'forms';
  readonly shape: ShapeName;
  readonly word: string;
}

/** What stands around the count: the devices' self-test, open cases, and the sum. */
@Component({
  selector: 'app-day-facts',
  imports: [TranslocoPipe, State],
  templateUrl: './day-facts.html',
  styleUrl: './day-facts.scss',
})
export class DayFacts {
  readonly #session = inject(SessionState);

  readonly day = input.required<DayView>();
  readonly mayRead = computed(() => this.#session.may('register.read'));
  readonly chosenDay = signal('');
  /** Today's, until another day is chosen. */
  readonly registerDay = computed(() => (this.chosenDay() === '' ? this.day().day : this.chosenDay()));
  readonly sumLines = SUM;
  readonly closingLines = CLOSING;

  time(instant: string): string {
    return shortClockTime(instant);
  }

  parts(row: SelfTestRow): readonly TestedPart[] {
    const link: TestedPart = { part: 'link', shape: row.isOnline ? 'done' : 'stopped', word: row.isOnline ? 'ready' : 'offline' };
    if (!row.isOnline) return [link];
    const printer = (part: 'envelopes' | 'forms'): TestedPart => ({ part, shape: row[part] === 'ready' || row[part] === 'printing' ? 'done' : 'stopped', word: row[part] });
    const reader = (part: 'reader' | 'operatorReader', condition: string): TestedPart => ({ part, shape: condition === 'ready' || condition === 'busy' ? 'done' : 'stopped', word: condition });
    return [link, reader('reader', row.reader), ...(row.operatorReader === null ? [] : [reader('operatorReader', row.operatorReader)]), printer('envelopes'), printer('forms')];
  }
}
