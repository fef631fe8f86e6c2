// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { LogRowProof, LogRowsQuery, LogRowsView, LogRowView } from '@sportello/contracts';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';

/** By what the rows are chosen. */
export type LogChoice = Omit<LogRowsQuery, 'after'>;

/** The rows of one question, page after page: the newest first, and nothing that came since. */
@Service({ autoProvided: false })
export class LogRowsStore {
  readonly #api = inject(ApiClient);
  readonly #rows = signal<readonly LogRowView[] | null>(null);
  readonly #choice = signal<LogChoice>({ log: 'acts' });
  readonly #hasMore = signal(false);
  readonly #hasFailed = signal(false);
  readonly #isBusy = signal(false);
  #asked = 0;

  readonly rows = this.#rows.asReadonly();
  /** Of the rows that are shown. */
  readonly choice = this.#choice.asReadonly();
  readonly hasMore = this.#hasMore.asReadonly();
  readonly hasFailed = this.#hasFailed.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  ask(choice: LogChoice): Promise<void> {
    if (choice.log !== this.#choice().log) this.#rows.set(null);
    this.#choice.set(choice);
    return this.#read(choice, []);
  }

  async more(): Promise<void> {
    const rows = this.#rows() ?? [];
    if (!this.#isBusy() && this.#hasMore()) await this.#read({ ...this.#choice(), after: rows.at(-1)?.id }, rows);
  }

  proof(rowId: string): Promise<ApiAnswer<LogRowProof>> {
    return this.#api.read<LogRowProof>(`/api/audit/rows/${rowId}/proof`);
  }

  async #read(query: LogRowsQuery, before: readonly LogRowView[]): Promise<void> {
    const asked = (this.#asked += 1);
    this.#isBusy.set(true);
    const answer = await this.#api.read<LogRowsView>(`/api/audit/rows?${parametersOf(query)}`);
    // Another question was asked meanwhile.
    if (asked !== this.#asked) return;
    this.#isBusy.set(false);
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind !== 'done') return;
    this.#rows.set([...before, ...answer.value.rows]);
    this.#hasMore.set(answer.value.hasMore);
  }
}

function parametersOf(query: LogRowsQuery): string {
  return new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)).toString();
}
