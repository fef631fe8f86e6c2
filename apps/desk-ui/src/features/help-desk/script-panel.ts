// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ScriptStep } from '@sportello/domain';
import { SayPipe } from '../../ui/words/say.pipe';
import type { CallDraft } from './call-draft';
import { itemsOf, stepsToShow } from './script-items';
import { ToldPlaces } from './told-places';

/** What is asked and said, in order; what was done is ticked, and stays with the call. */
@Component({
  selector: 'app-script-panel',
  imports: [TranslocoPipe, SayPipe],
  templateUrl: './script-panel.html',
  styleUrl: './script-panel.scss',
})
export class ScriptPanel {
  readonly draft = input.required<CallDraft>();
  /** Beside the work of a revocation: steps alone, without their sentences. */
  readonly isShort = input(false);
  /** The caller may want a certificate revoked after all. */
  readonly offersRevocation = input(false);
  /** The request has its number: only what is still to say stands here. */
  readonly isRecorded = input(false);
  readonly changed = output();
  readonly revocationWished = output();

  readonly steps = computed(() => stepsToShow(this.draft().script()?.steps ?? [], this.isRecorded()));
  readonly places = inject(ToldPlaces).words;
  readonly itemsOf = itemsOf;

  tick(step: ScriptStep, isDone: boolean): void {
    this.draft().tick(step, isDone);
    this.changed.emit();
  }
}
