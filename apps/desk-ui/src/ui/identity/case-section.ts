// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { State } from '../shape/state';
import { SayPipe } from '../words/say.pipe';
import type { Wording } from '../words/wording';

/** A part of the application. Complete, and without the cursor, it folds into its heading, which says what it holds: a long application stays in sight. */
@Component({
  selector: 'app-case-section',
  imports: [TranslocoPipe, SayPipe, State],
  template: `
    <header>
      <h3 [id]="name() + '-heading'">{{ heading() | say }}</h3>
      <ng-content select="[in-heading]" />
      @if (isDone()) {
        <app-state shape="done">{{ done() | say }}</app-state>
        @if (warning(); as warning) {
          <app-state shape="attention">{{ warning | say }}</app-state>
        }
        <button type="button" class="button small plain" [attr.aria-expanded]="isOpen()" [attr.aria-controls]="name() + '-part'" [attr.aria-describedby]="name() + '-heading'" (click)="toggle()">
          {{ (isOpen() ? 'application.fold' : 'application.unfold') | transloco }}
        </button>
      }
    </header>
    <div class="part" [id]="name() + '-part'" [hidden]="!isOpen()"><ng-content /></div>
  `,
  styleUrl: './case-section.scss',
  host: { role: 'group', '[attr.aria-labelledby]': "name() + '-heading'", '(focusin)': 'hasFocus.set(true)', '(focusout)': 'leave($event)' },
})
export class CaseSection {
  /** Its ids begin with it. */
  readonly name = input.required<string>();
  readonly heading = input.required<Wording>();
  readonly isDone = input.required<boolean>();
  /** What the folded heading says. */
  readonly done = input.required<Wording>();
  /** What goes on record with it, and must not fold out of sight. */
  readonly warning = input<Wording | null>(null);

  readonly hasFocus = signal(false);
  readonly #isHeldOpen = signal(false);
  readonly isOpen = computed(() => !this.isDone() || this.#isHeldOpen() || (this.hasFocus() && !this.#isFoldedByHand()));
  readonly #isFoldedByHand = signal(false);

  toggle(): void {
    const isOpen = this.isOpen();
    this.#isHeldOpen.set(!isOpen);
    this.#isFoldedByHand.set(isOpen);
  }

  /** Moving from field to field is not leaving. */
  leave({ currentTarget, relatedTarget }: FocusEvent): void {
    if (currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    this.hasFocus.set(false);
    this.#isFoldedByHand.set(false);
  }
}
