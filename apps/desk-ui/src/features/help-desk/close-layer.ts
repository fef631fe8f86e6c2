// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CloseCallRequest } from '@sportello/contracts';
import { CALL_FOLLOW_UPS, CALL_OUTCOMES, localDateAt, parseItalianDate } from '@sportello/domain';
import type { CallFollowUp, CallOutcome } from '@sportello/domain';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Shape } from '../../ui/shape/shape';

export interface ClosingData {
  /** Proposed, and may be changed. */
  readonly outcome: CallOutcome;
  readonly hasRequest: boolean;
  readonly hasCategory: boolean;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly now: number;
}

export type Closing = Omit<CloseCallRequest, 'revision'>;

type ClosingGap = 'what' | 'by' | 'past' | 'number';

const FIELD_OF_GAP: Readonly<Record<ClosingGap, string>> = { what: 'follow-up-what', by: 'follow-up-by', past: 'follow-up-by', number: 'follow-up-number' };

const NUMBER = /^[+0-9 ().-]{3,30}$/;

/** How a call ended, and what is still to be done by when. Closes with both. */
@Component({
  selector: 'app-close-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './close-layer.html',
  styleUrl: './close-layer.scss',
})
export class CloseLayer {
  readonly #layer = inject<DialogRef<Closing>>(DialogRef);
  readonly #document = inject(DOCUMENT);
  readonly #data = inject<ClosingData>(DIALOG_DATA);

  /** Nobody says that a request was recorded which was not; who was not asked what it was about can only have hung up. */
  readonly outcomes = CALL_OUTCOMES.filter((outcome) => (outcome === 'dropped' || this.#data.hasCategory) && (outcome !== 'request-recorded' || this.#data.hasRequest));
  readonly followUps = CALL_FOLLOW_UPS;
  readonly outcome = signal<CallOutcome>(this.#data.outcome);
  readonly what = signal<CallFollowUp | null>(null);
  readonly by = signal('');
  readonly callBackAt = signal('');
  readonly #isAsked = signal(false);

  readonly needsFollowUp = computed(() => this.outcome() === 'follow-up');
  readonly needsNumber = computed(() => this.needsFollowUp() && this.what() === 'call-back');
  readonly #day = computed(() => {
    const date = parseItalianDate(this.by());
    return date.ok ? date.value : undefined;
  });
  readonly missing = computed<ClosingGap | null>(() => {
    if (!this.needsFollowUp()) return null;
    if (this.what() === null) return 'what';
    const day = this.#day();
    if (day === undefined) return 'by';
    if (day < localDateAt(new Date(this.#data.now))) return 'past';
    return this.needsNumber() && !NUMBER.test(this.callBackAt().trim()) ? 'number' : null;
  });
  readonly told = computed(() => (this.#isAsked() ? this.missing() : null));

  chooseWhat(what: string): void {
    this.what.set(CALL_FOLLOW_UPS.find((each) => each === what) ?? null);
  }

  close(event: Event): void {
    event.preventDefault();
    const missing = this.missing();
    this.#isAsked.set(missing !== null);
    if (missing !== null) this.#document.getElementById(FIELD_OF_GAP[missing])?.focus();
    else this.#layer.close({ outcome: this.outcome(), followUp: this.#followUp() });
  }

  #followUp(): Closing['followUp'] {
    const [what, by] = [this.what(), this.#day()];
    return this.needsFollowUp() && what !== null && by !== undefined ? { what, by, ...(this.needsNumber() && { callBackAt: this.callBackAt().trim() }) } : null;
  }
}
