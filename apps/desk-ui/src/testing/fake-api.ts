// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Provider } from '@angular/core';
import type { Problem } from '@sportello/contracts';
import { FETCH } from '../data/api/fetch';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Answer = { readonly value: unknown } | { readonly problem: Problem } | 'no-answer';

/** The API as the page sees it through fetch: answers by method and path, in order, the last one again and again. */
export class FakeApi {
  readonly sent: Sent[] = [];
  /** The files that were sent, in order. */
  readonly files: unknown[] = [];
  readonly #answers = new Map<string, Answer[]>();

  readonly provider: Provider = { provide: FETCH, useValue: (path: string, init: RequestInit) => this.#fetch(path, init) };

  on(route: string, ...answers: readonly Answer[]): this {
    this.#answers.set(route, [...answers]);
    return this;
  }

  to(route: string): readonly Sent[] {
    return this.sent.filter(({ method, path }) => `${method} ${path}` === route);
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    const headers = (init.headers ?? {}) as Record<string, string>;
    this.sent.push({ method, path, headers, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    if (init.body instanceof Blob) this.files.push(init.body);
    const answers = this.#answers.get(`${method} ${path}`) ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined || answer === 'no-answer') throw new TypeError('network');
    return 'value' in answer ? reply(200, 'application/json', answer.value) : reply(answer.problem.status, 'application/problem+json', answer.problem);
  }
}

/** jsdom has no Response: what the client uses of one. */
function reply(status: number, contentType: string, body: unknown): Response {
  return { ok: status < 400, status, headers: new Map([['content-type', contentType]]), json: () => Promise.resolve(body) } as unknown as Response;
}

/** Lets everything that waits for an answer go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
