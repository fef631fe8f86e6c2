// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject } from '@angular/core';
import { Clock } from '../../data/time/clock';
import { longDate } from '../../data/time/desk-time';
import { Language } from '../../ui/words/language';

/** What day it is at the desk. */
@Component({ selector: 'app-day-line', template: '{{ today() }}' })
export class DayLine {
  readonly #clock = inject(Clock);
  readonly #language = inject(Language);

  readonly today = computed(() => longDate(this.#clock.now(), this.#language.current()));
}
