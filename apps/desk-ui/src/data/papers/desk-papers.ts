// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, inject, Service, signal } from '@angular/core';
import type { DeskPaperRequest } from '@sportello/contracts';
import type { CaseKind, CasePurpose, EnvelopeLanguage } from '@sportello/domain';
import { ApiClient } from '../api/api-client';
import { SessionState } from '../session/session-state';

/** Papers that are no case's, ordered from the Moduli printer for somebody in the queue. */
@Service()
export class DeskPapers {
  readonly #api = inject(ApiClient);
  readonly #session = inject(SessionState);
  readonly #outcome = signal<'ordered' | 'failed' | null>(null);

  readonly canPrint = computed(() => this.#session.may('paper.print'));
  /** What became of the last order; null once another paper is looked at. */
  readonly outcome = this.#outcome.asReadonly();

  async printWhatToBring({ kind, purpose, language }: { readonly kind: CaseKind; readonly purpose: CasePurpose; readonly language: EnvelopeLanguage }): Promise<void> {
    this.#outcome.set(null);
    const request: DeskPaperRequest = { paper: 'what-to-bring', language, kind, purpose };
    const answer = await this.#api.act('/api/papers', request);
    this.#outcome.set(answer.kind === 'done' ? 'ordered' : 'failed');
  }

  lookAtAnother(): void {
    this.#outcome.set(null);
  }
}
