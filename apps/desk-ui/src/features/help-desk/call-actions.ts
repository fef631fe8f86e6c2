// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { bindKey } from '../../ui/keyboard/keyboard';
import { State } from '../../ui/shape/state';
import { SayPipe } from '../../ui/words/say.pipe';
import type { NextAct } from './next-act';

/** Always at the bottom: what Enter does, what is missing for it, and the ways out. */
@Component({
  selector: 'app-call-actions',
  imports: [TranslocoPipe, SayPipe, State],
  templateUrl: './call-actions.html',
  styleUrl: './call-actions.scss',
})
export class CallActions {
  readonly next = input.required<NextAct>();
  readonly isBusy = input(false);
  readonly offersUnverified = input(false);
  readonly endsWithoutRevocation = input(false);
  readonly pressed = output();
  readonly unverifiedWished = output();
  readonly aloudWished = output();
  readonly laidBy = output();
  readonly ended = output();

  constructor() {
    bindKey('Enter', () => this.press());
    bindKey('F4', () => this.aloudWished.emit());
    bindKey('F8', () => this.ended.emit());
    bindKey('F9', () => this.laidBy.emit());
  }

  press(): void {
    if (!this.isBusy()) this.pressed.emit();
  }
}
