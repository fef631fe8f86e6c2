// SPDX-License-Identifier: AGPL-3.0-or-later
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SearchStore } from '../../data/case/search-store';
import { DeskStore } from '../../data/desk/desk-store';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { takeScans } from '../../ui/scanner/scanner';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { lineOfFound, lineOfOpen } from './found-lines';
import type { SearchLine } from './found-lines';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** F2: opens on the open cases, and finds any other by what is in the hand. Arrows move, Enter opens, a scan searches. Closes with the line that was chosen. */
@Component({
  selector: 'app-search-layer',
  imports: [TranslocoPipe, LayerFrame, Shape, State, TroubleNotice],
  templateUrl: './search-layer.html',
  styleUrl: './search-layer.scss',
  providers: [SearchStore],
})
export class SearchLayer {
  readonly #layer = inject<DialogRef<SearchLine>>(DialogRef);
  readonly #store = inject(SearchStore);
  readonly #desk = inject(DeskStore).desk;
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly text = signal('');
  readonly isTextMissing = signal(false);
  readonly result = this.#store.result;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly lines = computed<readonly SearchLine[]>(() => this.result()?.cases.map(lineOfFound) ?? (this.#desk()?.openCases ?? []).map(lineOfOpen));

  constructor() {
    takeScans(({ text }) => {
      this.write(text);
      void this.#store.search(text);
    });
  }

  write(text: string): void {
    this.text.set(text);
    this.isTextMissing.set(false);
    this.#store.clear();
  }

  search(event: Event): void {
    event.preventDefault();
    const text = this.text().trim();
    this.isTextMissing.set(text === '');
    if (text !== '') void this.#store.search(text);
  }

  /** From the field into the lines, among them, and back. */
  move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const places = [...this.#host.querySelectorAll<HTMLElement>('#search-text, .line')];
    places[(places.indexOf(event.target as HTMLElement) + step + places.length) % places.length]?.focus();
  }

  choose(line: SearchLine): void {
    this.#layer.close(line);
  }
}
