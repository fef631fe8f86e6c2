// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CALL_CATEGORIES, CALL_STATES, parseItalianDate } from '@sportello/domain';
import type { CallCategory, CallState } from '@sportello/domain';
import { CallsStore } from '../../data/help-desk/calls-store';
import { dateAndTime, writtenDate } from '../../data/time/desk-time';
import { CallLookLayer } from '../../ui/calls/call-look-layer';
import { focusOnArrival } from '../../ui/focus/focus';
import { bindKey } from '../../ui/keyboard/keyboard';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { State } from '../../ui/shape/state';
import { TextField } from '../../ui/text-field/text-field';

/** *Tutte le chiamate*: the newest first. The list names nobody; a call that is opened is a look that the log tells. */
@Component({
  selector: 'app-calls-page',
  imports: [RouterLink, TranslocoPipe, Loading, State, TextField],
  templateUrl: './calls-page.html',
  styleUrl: './calls-page.scss',
  providers: [CallsStore],
})
export class CallsPage {
  readonly #store = inject(CallsStore);
  readonly #layers = inject(Layers);

  readonly view = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly states = CALL_STATES;
  readonly categories = CALL_CATEGORIES;
  readonly state = signal<CallState | null>(null);
  readonly category = signal<CallCategory | null>(null);
  readonly from = signal('');
  readonly to = signal('');
  readonly isFromWrong = computed(() => isWrong(this.from()));
  readonly isToWrong = computed(() => isWrong(this.to()));
  /** Whether what is shown was chosen. */
  readonly isNarrowed = signal(false);
  readonly when = dateAndTime;
  readonly written = writtenDate;

  constructor() {
    focusOnArrival('#calls-state');
    bindKey('Enter', () => this.search());
    this.search();
  }

  chooseState(state: string): void {
    this.state.set(CALL_STATES.find((each) => each === state) ?? null);
    this.search();
  }

  chooseCategory(category: string): void {
    this.category.set(CALL_CATEGORIES.find((each) => each === category) ?? null);
    this.search();
  }

  search(): void {
    if (this.isFromWrong() || this.isToWrong()) return;
    const [state, category, from, to] = [this.state(), this.category(), dayIn(this.from()), dayIn(this.to())];
    const choice = { ...(state && { state }), ...(category && { category }), ...(from && { from }), ...(to && { to }) };
    this.isNarrowed.set(Object.keys(choice).length > 0);
    void this.#store.search(choice);
  }

  look(id: string): void {
    this.#layers.open(CallLookLayer, { data: id, labelledBy: 'call-look-title' });
  }
}

function dayIn(text: string): string | null {
  const date = parseItalianDate(text);
  return date.ok ? date.value : null;
}

function isWrong(text: string): boolean {
  return text.trim() !== '' && dayIn(text) === null;
}
