// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from './case-store';

/** *Stesso richiedente, prossima tessera*: the next card that is put in belongs to the visit of a case that was made before. */
@Service()
export class Visit {
  readonly #cases = inject(CaseStore);
  readonly #earlierCase = signal<Pick<CaseView, 'id' | 'number'> | null>(null);

  /** Null: the next card is of somebody new. */
  readonly earlierCase = this.#earlierCase.asReadonly();

  /** The case in hand has its codes, and its applicant has another card. */
  goOn(): void {
    const inHand = this.#cases.case();
    if (!inHand) return;
    this.#earlierCase.set({ id: inHand.id, number: inHand.number });
    this.#cases.leave();
  }

  end(): void {
    this.#earlierCase.set(null);
  }
}
