// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { CallView } from '@sportello/contracts';
import { CALL_SCRIPTS, healthWordsIn, redactCips } from '@sportello/domain';
import type { CallCategory, CallerKind, CallScript, CipPattern, ScriptStep } from '@sportello/domain';
import type { CallWriting } from '../../data/help-desk/call-store';

/** What this installation says of itself. */
export interface ToldHere {
  readonly cipPattern: () => CipPattern;
  readonly selfCheck: string | null;
}

/** What is written down while it is spoken. */
export class CallDraft {
  readonly callerKind = signal<CallerKind | null>(null);
  readonly category = signal<CallCategory | null>(null);
  readonly notes = signal('');
  readonly doneSteps = signal<readonly ScriptStep[]>([]);

  readonly script = computed<CallScript | null>(() => {
    const category = this.category();
    if (!category) return null;
    const script = CALL_SCRIPTS[category];
    // A page that this installation does not have is not named.
    return this.selfCheck === null ? { ...script, steps: script.steps.filter((step) => step !== 'say-self-check-page') } : script;
  });
  /** Words of the notes that look like news of somebody's health. */
  readonly healthWords = computed(() => healthWordsIn(this.notes()));
  /** As many digits as a CIP has, a telephone number's among them. */
  readonly mayHoldCip = computed(() => redactCips(this.notes(), this.#here.cipPattern()).count > 0);

  /** Where cards are tried out; null: nowhere. */
  readonly selfCheck: string | null;
  readonly #here: ToldHere;

  constructor(call: CallView, here: ToldHere) {
    this.#here = here;
    this.selfCheck = here.selfCheck;
    this.callerKind.set(call.callerKind);
    this.category.set(call.category);
    this.notes.set(call.notes);
    this.doneSteps.set(call.doneSteps);
  }

  isDone(step: ScriptStep): boolean {
    return this.doneSteps().includes(step);
  }

  /** What may have been a CIP was taken out as the notes arrived: it leaves the page, too, unless somebody writes on. */
  takeRedacted(saved: string): void {
    if (this.mayHoldCip() && redactCips(this.notes(), this.#here.cipPattern()).text.trim() === saved) this.notes.set(saved);
  }

  tick(step: ScriptStep, isDone: boolean): void {
    this.doneSteps.update((steps) => [...steps.filter((each) => each !== step), ...(isDone ? [step] : [])]);
  }

  writing(): CallWriting {
    return { callerKind: this.callerKind(), category: this.category(), notes: this.notes().trim(), doneSteps: [...this.doneSteps()] };
  }
}
