// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenCaseLine } from '@sportello/contracts';
import { focusMover } from '../../ui/focus/focus';
import { bindKey } from '../../ui/keyboard/keyboard';
import { State } from '../../ui/shape/state';
import { CASE_SHAPES } from '../../ui/states/case-shapes';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** *Pratiche aperte*: number and initials of what is to be finished. F2 goes there, arrows move, Enter takes one up. */
@Component({
  selector: 'app-open-cases',
  imports: [TranslocoPipe, State],
  templateUrl: './open-cases.html',
  styleUrl: './open-cases.scss',
})
export class OpenCases {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly #focus = focusMover();

  readonly lines = input.required<readonly OpenCaseLine[]>();
  readonly currentId = input.required<string | null>();
  readonly chosen = output<string>();
  /** On a narrow page the row folds into one button. */
  readonly isUnfolded = signal(false);
  readonly shapes = CASE_SHAPES;

  constructor() {
    bindKey('F2', () => this.#goThere());
  }

  move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const chips = this.#chips();
    const at = chips.indexOf(event.target as HTMLButtonElement);
    chips[(at + step + chips.length) % chips.length]?.focus();
  }

  #goThere(): void {
    this.isUnfolded.set(true);
    this.#focus('.chip');
  }

  #chips(): readonly HTMLButtonElement[] {
    return [...this.#host.querySelectorAll<HTMLButtonElement>('.chip')];
  }
}
