// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { RevocationsRequest } from '@sportello/contracts';
import { parseRequestNumber, REVOCATION_STATES } from '@sportello/domain';
import type { RevocationState, ServiceAge } from '@sportello/domain';

/** By what requests are chosen. Nothing chosen: all that are open. */
export class RevocationsChoice {
  readonly state = signal<RevocationState | null>(null);
  readonly age = signal<ServiceAge | null>(null);
  readonly number = signal('');

  /** Something is written that is no number of a request. */
  readonly isNumberWrong = computed(() => this.number().trim() !== '' && !parseRequestNumber(this.number()).ok);

  readonly isNarrowed = computed(() => Object.keys(this.message()).length > 0);

  chooseState(state: string): void {
    this.state.set(REVOCATION_STATES.find((each) => each === state) ?? null);
  }

  message(): RevocationsRequest {
    const [state, age, number] = [this.state(), this.age(), this.number().trim()];
    return { ...(state ? { states: [state] } : {}), ...(age ? { ages: [age] } : {}), ...(number === '' ? {} : { number }) };
  }
}
