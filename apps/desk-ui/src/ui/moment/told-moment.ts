// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { instantsAt, parseItalianDate } from '@sportello/domain';
import { clockTime, writtenDay } from '../../data/time/desk-time';

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?$/;

const SECOND_MS = 1_000;

/** When something was noticed, as it was typed: a day, and an hour with or without its seconds. */
export class ToldMoment {
  readonly day = signal('');
  readonly time = signal('');

  readonly isEmpty = computed(() => this.day().trim() === '' && this.time().trim() === '');
  /** Undefined: not understood, or not all there. Of two equal minutes when clocks go back, the first. */
  readonly instant = computed<Date | undefined>(() => {
    const [date, time] = [parseItalianDate(this.day()), TIME.exec(this.time().trim())];
    if (!date.ok || !time) return undefined;
    const minute = instantsAt(date.value, `${time[1]?.padStart(2, '0')}:${time[2]}`).first;
    return new Date(minute.getTime() + Number(time[3] ?? 0) * SECOND_MS);
  });

  /** The hour of this moment; the day may be typed over. */
  setTo(instant: number): void {
    this.day.set(writtenDay(instant));
    this.time.set(clockTime(instant));
  }

  /** What is written to the second is not later than a clock that lags by less than one. */
  isLaterThan(now: number): boolean {
    return (this.instant()?.getTime() ?? 0) - now >= SECOND_MS;
  }
}
