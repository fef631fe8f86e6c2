// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CallView } from '@sportello/contracts';
import { CIP_COMPANIONS } from '@sportello/domain';
import type { CipCompanion } from '@sportello/domain';
import type { CipMismatch } from '../../data/help-desk/cip-answer';
import { shortClockTime } from '../../data/time/desk-time';
import { focusMover } from '../../ui/focus/focus';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import type { CipForm, CipGap } from '../../ui/revocation/cip-form';

/** Who calls: one try at a time, one answer whichever part was wrong, and then the name. The CIP leaves the page as it is sent. */
@Component({
  selector: 'app-caller-panel',
  imports: [TranslocoPipe, Shape, State],
  templateUrl: './caller-panel.html',
  styleUrl: './caller-panel.scss',
})
export class CallerPanel {
  readonly call = input.required<CallView>();
  readonly form = input.required<CipForm>();
  readonly mismatch = input.required<CipMismatch | null>();
  readonly isUnverified = input(false);
  readonly isBusy = input(false);
  /** Enter does something else here, so that the panel has a button of its own. */
  readonly hasButton = input(false);
  readonly asked = output();
  /** Somebody else calls than was recognised, or is tried again after all. */
  readonly verifyWished = output();

  readonly companions = CIP_COMPANIONS;
  readonly person = computed(() => this.call().identification);
  readonly #left = signal<ReadonlySet<CipGap>>(new Set());
  readonly time = shortClockTime;

  constructor() {
    const move = focusMover();
    // The next try begins with the CIP; what was right stays as it was typed.
    effect(() => {
      if (this.mismatch()) untracked(() => move('#caller-cip'));
    });
    // Once: every change of the call brings the person anew, while the cursor is elsewhere.
    const recognition = computed(() => this.person()?.id ?? null);
    effect(() => {
      if (recognition() !== null) untracked(() => move('#caller-name'));
    });
  }

  choose(companion: string): void {
    const chosen: CipCompanion | undefined = CIP_COMPANIONS.find((each) => each === companion);
    if (chosen) this.form().companion.set(chosen);
    this.#left.set(new Set());
  }

  leave(field: CipGap): void {
    this.#left.update((fields) => new Set([...fields, field]));
  }

  /** Told under its field once that was left with something in it. */
  isWrong(field: CipGap, text: string): boolean {
    return this.#left().has(field) && text.trim() !== '' && this.form().companionGaps().includes(field);
  }
}
