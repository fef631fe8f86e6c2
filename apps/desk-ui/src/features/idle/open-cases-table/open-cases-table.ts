// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenCaseLine } from '@sportello/contracts';
import { State } from '../../../ui/shape/state';
import { CASE_SHAPES } from '../../../ui/states/case-shapes';
import { SayPipe } from '../../../ui/words/say.pipe';
import { since } from '../../../ui/words/since';
import { toFinish } from './to-finish';

/** The open cases with what finishes each. Arrows move, Enter takes one up; F2 finds them, and all others, in a layer. */
@Component({
  selector: 'app-open-cases-table',
  imports: [TranslocoPipe, SayPipe, State],
  templateUrl: './open-cases-table.html',
  styleUrl: './open-cases-table.scss',
})
export class OpenCasesTable {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly lines = input.required<readonly OpenCaseLine[]>();
  readonly now = input.required<number>();
  readonly chosen = output<string>();
  readonly rows = computed(() =>
    this.lines().map((line) => ({ ...line, shape: line.isStopped ? ('waiting' as const) : CASE_SHAPES[line.state], toFinish: toFinish(line), since: since(line.changedAt, this.now()) })),
  );

  move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = this.#buttons();
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  #buttons(): readonly HTMLButtonElement[] {
    return [...this.#host.querySelectorAll('button')];
  }
}
