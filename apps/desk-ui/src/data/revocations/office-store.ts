// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { RecordRevocationRequest, RevocationReceipt } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';

/** Requests that are recorded for an office, and the number of the last. */
@Service({ autoProvided: false })
export class OfficeStore {
  readonly #api = inject(ApiClient);
  readonly #receipt = signal<RevocationReceipt | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);

  readonly receipt = this.#receipt.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  /** Whether it was recorded. */
  async record(request: RecordRevocationRequest): Promise<boolean> {
    if (this.#isBusy()) return false;
    this.#isBusy.set(true);
    const answer = await this.#api.act<RevocationReceipt>('/api/revocations', request).finally(() => this.#isBusy.set(false));
    this.#receipt.set(answer.kind === 'done' ? answer.value : null);
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    return answer.kind === 'done';
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }
}
