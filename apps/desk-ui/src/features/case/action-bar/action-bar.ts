// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { bindKey } from '../../../ui/keyboard/keyboard';
import type { ShapeName } from '../../../ui/shape/shape';
import { State } from '../../../ui/shape/state';
import { SayPipe } from '../../../ui/words/say.pipe';
import type { Wording } from '../../../ui/words/wording';
import { CaseActions } from '../case-actions';

export interface PrimaryAction {
  readonly words: Wording;
  /** Filled when nothing is missing; outlined otherwise, and then it leads to what is. */
  readonly isReady: boolean;
}

/** What is missing, what will come out, or what goes on by itself. */
export interface Note {
  readonly shape: ShapeName;
  readonly words: Wording;
  readonly help?: Wording;
  /** Told in one breath after the words, where each on a line of its own finds no room. */
  readonly list?: readonly Wording[];
}

/** Always at the bottom: the one primary action, what it waits for, the layers, suspend and refuse. */
@Component({
  selector: 'app-action-bar',
  imports: [TranslocoPipe, SayPipe, State],
  templateUrl: './action-bar.html',
  styleUrl: './action-bar.scss',
})
export class ActionBar {
  readonly #actions = inject(CaseActions);

  readonly primary = input<PrimaryAction | null>(null);
  readonly notes = input<readonly Note[]>([]);
  readonly isBusy = input(false);
  readonly hasWhatToBring = input(false);
  readonly hasSuspend = input(true);
  /** What *Mostra al cittadino* shows, when it is not the sentence of the case's state. */
  readonly sentence = input<Wording | null>(null);
  readonly pressed = output();
  readonly canEnd = this.#actions.canEnd;
  readonly canSuspend = this.#actions.canSuspend;

  constructor() {
    bindKey('Enter', () => this.press());
    bindKey('F3', () => this.#actions.showWhatToBring());
    bindKey('F4', () => this.show());
    bindKey('F8', () => this.end());
    bindKey('F9', () => this.suspend());
  }

  press(): void {
    if (this.primary() && !this.isBusy()) this.pressed.emit();
  }

  bring(): void {
    this.#actions.showWhatToBring();
  }

  show(): void {
    this.#actions.showToCitizen(this.sentence());
  }

  suspend(): void {
    if (this.hasSuspend() && this.canSuspend()) void this.#actions.suspend();
  }

  end(): void {
    if (this.canEnd()) this.#actions.end();
  }
}
