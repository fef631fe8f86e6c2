// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { CallView } from '@sportello/contracts';
import { CALL_SCRIPTS, DEFAULT_CIP_PATTERN, healthWordsIn, redactCips } from '@sportello/domain';
import type { CallCategory, CallerKind, CallScript, ScriptStep } from '@sportello/domain';
import type { CallWriting } from '../../data/help-desk/call-store';

/** What is written down while it is spoken. */
export class CallDraft {
  readonly callerKind = signal<CallerKind | null>(null);
  readonly category = signal<CallCategory | null>(null);
  readonly notes = signal('');
  readonly doneSteps = signal<readonly ScriptStep[]>([]);

  readonly script = computed<CallScript | null>(() => {
    const category = this.category();
    return category ? CALL_SCRIPTS[category] : null;
  });
  /** Words of the notes that look like news of somebody's health. */
  readonly healthWords = computed(() => healthWordsIn(this.notes()));
  /** As many digits as a CIP has, a telephone number's among them. */
  readonly mayHoldCip = computed(() => redactCips(this.notes(), DEFAULT_CIP_PATTERN).count > 0);

  constructor(call: CallView) {
    this.callerKind.set(call.callerKind);
    this.category.set(call.category);
    this.notes.set(call.notes);
    this.doneSteps.set(call.doneSteps);
  }

  isDone(step: ScriptStep): boolean {
    return this.doneSteps().includes(step);
  }

  tick(step: ScriptStep, isDone: boolean): void {
    this.doneSteps.update((steps) => [...steps.filter((each) => each !== step), ...(isDone ? [step] : [])]);
  }

  writing(): CallWriting {
    return { callerKind: this.callerKind(), category: this.category(), notes: this.notes().trim(), doneSteps: [...this.doneSteps()] };
  }
}
