// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { PublicRevocationRequest, PublicUnverifiedRevocationRequest, RevocationReceipt } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';
import { mismatchIn } from '../help-desk/cip-answer';
import type { CipMismatch } from '../help-desk/cip-answer';

/** *Richiedi la revoca*: one message and its answer, by whoever has a CIP; nobody is signed in. */
@Service({ autoProvided: false })
export class PublicRevocationStore {
  readonly #api = inject(ApiClient);
  readonly #receipt = signal<RevocationReceipt | null>(null);
  readonly #mismatch = signal<CipMismatch | null>(null);
  readonly #mayAskUnverified = signal(false);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);

  readonly receipt = this.#receipt.asReadonly();
  /** Of the last try, whichever part was wrong. */
  readonly mismatch = this.#mismatch.asReadonly();
  /** So many were wrong that a request may be recorded without. */
  readonly mayAskUnverified = this.#mayAskUnverified.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  /** The CIP goes with the body and is kept nowhere, not even as part of what the act is known by. */
  ask(request: Omit<PublicRevocationRequest, 'cip'>, cip: string): Promise<void> {
    return this.#send('/api/public/revocations', request, { cip });
  }

  /** Without a CIP that was recognised: a supervisor decides, and calls back. */
  askUnverified(request: PublicUnverifiedRevocationRequest): Promise<void> {
    return this.#send('/api/public/revocations/unverified', request, {});
  }

  async #send(path: string, request: object, secret: object): Promise<void> {
    if (this.#isBusy()) return;
    this.#isBusy.set(true);
    const answer = await this.#api.act<RevocationReceipt>(path, request, secret);
    this.#isBusy.set(false);
    const mismatch = answer.kind === 'refused' ? (mismatchIn(answer.problem, Date.now()) ?? null) : null;
    this.#mismatch.set(mismatch);
    if (mismatch?.mayRecordUnverified) this.#mayAskUnverified.set(true);
    this.#trouble.set(answer.kind === 'done' || mismatch ? null : answer);
    if (answer.kind === 'done') this.#receipt.set(answer.value);
  }
}
