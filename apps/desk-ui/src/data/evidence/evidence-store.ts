// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { EvidenceView, WithdrawEvidenceRequest } from '@sportello/contracts';
import type { EvidencePaper } from '@sportello/domain';
import { ApiClient } from '../api/api-client';
import type { ApiAnswer } from '../api/api-answer';
import type { ActTrouble } from '../case/case-store';

/** What is being sent, and for which paper. */
export interface Sending {
  readonly paper: EvidencePaper;
  readonly name: string;
}

/** A trouble and the paper that it is about; null: the list itself. */
export interface EvidenceTrouble {
  readonly paper: EvidencePaper | null;
  readonly trouble: ActTrouble;
}

/** The files of one case. Nothing of them is kept here but what is known without looking: pictures are asked for by whoever shows them, and each is a look. */
@Service({ autoProvided: false })
export class EvidenceStore {
  readonly #api = inject(ApiClient);
  readonly #view = signal<EvidenceView | null>(null);
  readonly #sending = signal<Sending | null>(null);
  readonly #trouble = signal<EvidenceTrouble | null>(null);
  #caseId = '';

  readonly view = this.#view.asReadonly();
  readonly sending = this.#sending.asReadonly();
  readonly trouble = this.#trouble.asReadonly();

  async open(caseId: string): Promise<void> {
    this.#caseId = caseId;
    this.#view.set(null);
    this.#take(null, await this.#api.read<EvidenceView>(this.#path()));
  }

  /** One file at a time, so that a double click sends one. Whether it was kept. */
  async add(paper: EvidencePaper, file: File): Promise<boolean> {
    if (this.#sending()) return false;
    const limits = this.#view()?.limits;
    // The API would say the same once all of it had come.
    if (limits && file.size > limits.bytes) return this.#fail(paper, tooLarge(limits));
    this.#trouble.set(null);
    this.#sending.set({ paper, name: file.name });
    try {
      return this.#take(paper, await this.#api.actWithFile<EvidenceView>(`${this.#path()}/${paper}`, file));
    } finally {
      this.#sending.set(null);
    }
  }

  async withdraw(paper: EvidencePaper, fileId: string, reason: WithdrawEvidenceRequest['reason']): Promise<boolean> {
    return this.#take(paper, await this.#api.act<EvidenceView>(`${this.#path()}/${fileId}/withdrawal`, { reason }));
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  thumbnailOf(fileId: string): string {
    return `${this.#path()}/${fileId}/thumbnail`;
  }

  /** @param page from 1 */
  pageOf(fileId: string, page: number): string {
    return `${this.#path()}/${fileId}/pages/${page}`;
  }

  #path(): string {
    return `/api/cases/${this.#caseId}/evidence`;
  }

  #take(paper: EvidencePaper | null, answer: ApiAnswer<EvidenceView>): boolean {
    if (answer.kind !== 'done') return this.#fail(paper, answer);
    this.#view.set(answer.value);
    this.#trouble.set(null);
    return true;
  }

  #fail(paper: EvidencePaper | null, trouble: ActTrouble): false {
    // The sign-in layer says it.
    const isSignedOut = trouble.kind === 'refused' && trouble.problem.code === 'not-signed-in';
    if (!isSignedOut) this.#trouble.set({ paper, trouble });
    return false;
  }
}

const MILLION = 1_000_000;

function tooLarge({ bytes, pixels, pages }: EvidenceView['limits']): ActTrouble {
  const details = { megabytes: bytes / MILLION, megapixels: pixels / MILLION, pages };
  return { kind: 'refused', problem: { type: 'about:blank', title: '', status: 413, code: 'evidence-too-large', requestId: '', details } };
}
