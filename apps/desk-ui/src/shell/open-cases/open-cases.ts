// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenCaseLine } from '@sportello/contracts';
import { State } from '../../ui/shape/state';
import { CASE_SHAPES } from '../../ui/states/case-shapes';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** *Pratiche aperte*: number and initials of what is to be finished. Arrows move, Enter takes one up; F2 finds them, and all others, in a layer. */
@Component({
  selector: 'app-open-cases',
  imports: [TranslocoPipe, State],
  templateUrl: './open-cases.html',
  styleUrl: './open-cases.scss',
})
export class OpenCases {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly lines = input.required<readonly OpenCaseLine[]>();
  readonly currentId = input.required<string | null>();
  readonly chosen = output<string>();
  /** On a narrow page the row folds into one button. */
  readonly isUnfolded = signal(false);
  readonly shapes = CASE_SHAPES;

  move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const chips = this.#chips();
    const at = chips.indexOf(event.target as HTMLButtonElement);
    chips[(at + step + chips.length) % chips.length]?.focus();
  }

  #chips(): readonly HTMLButtonElement[] {
    return [...this.#host.querySelectorAll<HTMLButtonElement>('.chip')];
  }
}
