// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecideRevocationRequest, ToldPerson } from '@sportello/contracts';
import { isReasonTold, parseIdCarta, REVOCATION_TRANSITIONS } from '@sportello/domain';
import type { RevocationCause } from '@sportello/domain';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Shape } from '../../ui/shape/shape';
import { TextField } from '../../ui/text-field/text-field';

export interface DecideData {
  readonly number: string;
  readonly revision: number;
  /** As it is recorded; null: the card has still to be chosen. */
  readonly idCarta: string | null;
  /** Whether that card is of whoever they said to be; null: they were recognised. */
  readonly toldPerson: ToldPerson | null;
  /** It needs an approval, and not a call back. */
  readonly isVerifiedBefore: boolean;
}

type RejectCause = Extract<DecideRevocationRequest, { decision: 'reject' }>['cause'];

/** Out of the table of moves. */
const CAUSES = (REVOCATION_TRANSITIONS.find(({ from, to }) => from === 'logged' && to === 'rejected')?.causes ?? []).filter((cause): cause is RejectCause & RevocationCause =>
  ['not-verified', 'not-entitled', 'withdrawn', 'already-requested', 'nothing-to-revoke'].includes(cause),
);

/** A supervisor's answer: it goes on for this card, or it is rejected and why. Closes with the decision. */
@Component({
  selector: 'app-decide-layer',
  imports: [TranslocoPipe, LayerFrame, Shape, TextField],
  templateUrl: './decide-layer.html',
  styleUrl: './decision-layer.scss',
})
export class DecideLayer {
  readonly #layer = inject<DialogRef<DecideRevocationRequest>>(DialogRef);
  readonly #document = inject(DOCUMENT);

  readonly data = inject<DecideData>(DIALOG_DATA);
  readonly causes = CAUSES;
  /** Of somebody whom nobody recognised the card may be another than was said. */
  readonly isCardChosen = !this.data.isVerifiedBefore || this.data.idCarta === null;
  readonly idCarta = signal(this.data.toldPerson === 'other' ? '' : (this.data.idCarta ?? ''));
  readonly reason = signal('');
  readonly cause = signal<RejectCause | null>(null);
  readonly isCardWrong = computed(() => this.isCardChosen && !parseIdCarta(this.#card()).ok);
  /** Nothing is missing to the yes. */
  readonly isWhole = computed(() => !this.isCardWrong() && isReasonTold(this.reason()));
  readonly told = signal<'card' | 'reason' | 'cause' | null>(null);

  chooseCause(cause: string): void {
    this.cause.set(CAUSES.find((each) => each === cause) ?? null);
    this.told.set(null);
  }

  verify(): void {
    if (this.isCardWrong()) this.#tell('card', 'decide-card');
    else if (this.#hasReason()) this.#layer.close({ decision: 'verify', revision: this.data.revision, idCarta: this.isCardChosen ? this.#card() : this.data.idCarta, reason: this.reason().trim() });
  }

  reject(): void {
    const cause = this.cause();
    if (cause === null) this.#tell('cause', 'decide-cause');
    else if (this.#hasReason()) this.#layer.close({ decision: 'reject', revision: this.data.revision, cause, reason: this.reason().trim() });
  }

  #card(): string {
    return this.idCarta().replace(/\s/g, '');
  }

  #hasReason(): boolean {
    if (isReasonTold(this.reason())) return true;
    this.#tell('reason', 'decide-reason');
    return false;
  }

  #tell(what: 'card' | 'reason' | 'cause', fieldId: string): void {
    this.told.set(what);
    this.#document.getElementById(fieldId)?.focus();
  }
}
