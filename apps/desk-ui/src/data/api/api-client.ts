// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { CSRF_HEADER, IDEMPOTENCY_KEY_HEADER, Problem, SessionView } from '@sportello/contracts';
import { LinkState } from '../link/link-state';
import { SessionState } from '../session/session-state';
import { UNREACHABLE } from './api-answer';
import type { ApiAnswer } from './api-answer';
import { FETCH } from './fetch';
import { IdempotencyKeys } from './idempotency-keys';

// The contract's names, checked by the compiler and without its code: the sign-in page carries no schema.
const csrfHeader: typeof CSRF_HEADER = 'x-csrf-token';
const idempotencyKeyHeader: typeof IDEMPOTENCY_KEY_HEADER = 'idempotency-key';

/** How long an act waits for a lost link before it says so; the same press then still carries the same key. */
const PATIENCE_MS = 60_000;

/** What an act sends, and what it is known by: the same act again, and not another, carries the same key. */
interface Payload {
  readonly identity: unknown;
  readonly type: 'application/json' | 'application/octet-stream';
  readonly body: string | Blob;
}

/** Talks to the API: every act once, whatever the network does to it. */
@Service()
export class ApiClient {
  readonly #fetch = inject(FETCH);
  readonly #session = inject(SessionState);
  readonly #link = inject(LinkState);
  readonly #keys = new IdempotencyKeys(() => crypto.randomUUID());

  async read<Value>(path: string): Promise<ApiAnswer<Value>> {
    return this.#noticeLostSession(await this.#send<Value>(path, { method: 'GET' }));
  }

  /** Something that happens once, whether it is sent once or more. While the link is lost it waits. `secret` goes with the body, and is no part of what the act is known by. */
  act<Value>(path: string, body: object, secret: object = {}): Promise<ApiAnswer<Value>> {
    return this.#once<Value>(path, { identity: body, type: 'application/json', body: JSON.stringify({ ...body, ...secret }) });
  }

  /** The same with a file's bytes. */
  actWithFile<Value>(path: string, file: File): Promise<ApiAnswer<Value>> {
    return this.#once<Value>(path, { identity: [file.name, file.size, file.lastModified], type: 'application/octet-stream', body: file });
  }

  async #once<Value>(path: string, payload: Payload): Promise<ApiAnswer<Value>> {
    const first = await this.#sendAct<Value>(path, payload);
    const isStale = first.kind === 'refused' && first.problem.code === 'csrf-token-missing';
    if (isStale && (await this.#readSessionAgain())) return this.#settled(path, payload, await this.#sendAct<Value>(path, payload));
    const mayWait = first.kind === 'unreachable' && this.#link.status().kind !== 'closed';
    if (mayWait && (await this.#link.reopened(PATIENCE_MS))) return this.#settled(path, payload, await this.#sendAct<Value>(path, payload));
    return this.#settled(path, payload, first);
  }

  /** Sign-in and sign-out, and what needs neither: no idempotency key, and their refusals say nothing about the session at hand. */
  async exchange<Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<ApiAnswer<Value>> {
    if (body === undefined) return this.#send<Value>(path, { method, headers: this.#sessionHeader() });
    return this.#send<Value>(path, { method, headers: this.#headers(), body: JSON.stringify(body) });
  }

  #sendAct<Value>(path: string, { identity, type, body }: Payload): Promise<ApiAnswer<Value>> {
    const headers = { ...this.#headers(type), [idempotencyKeyHeader]: this.#keys.keyFor(path, identity) };
    return this.#send<Value>(path, { method: 'POST', headers, body });
  }

  #settled<Value>(path: string, { identity }: Payload, answer: ApiAnswer<Value>): ApiAnswer<Value> {
    if (answer.kind === 'done' || (answer.kind === 'refused' && answer.problem.status < 500)) this.#keys.settle(path, identity);
    return this.#noticeLostSession(answer);
  }

  #headers(type: Payload['type'] = 'application/json'): Record<string, string> {
    return { 'content-type': type, ...this.#sessionHeader() };
  }

  #sessionHeader(): Record<string, string> {
    const session = this.#session.session();
    return session ? { [csrfHeader]: session.csrfToken } : {};
  }

  /** Another tab may have signed in anew: the cookie is good, and only the token here is old. Another operator's session is not taken over. */
  async #readSessionAgain(): Promise<boolean> {
    const answer = await this.#send<SessionView>('/api/session', { method: 'GET' });
    const isSame = answer.kind === 'done' && answer.value.operator.id === this.#session.session()?.operator.id;
    if (isSame) this.#session.begin(answer.value);
    return isSame;
  }

  #noticeLostSession<Value>(answer: ApiAnswer<Value>): ApiAnswer<Value> {
    if (answer.kind === 'refused' && answer.problem.code === 'not-signed-in') this.#session.lose();
    if (answer.kind === 'refused' && answer.problem.code === 'session-locked') this.#session.lock();
    return answer;
  }

  async #send<Value>(path: string, init: RequestInit): Promise<ApiAnswer<Value>> {
    try {
      const response = await this.#fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' });
      if (response.ok) return { kind: 'done', value: (response.status === 204 ? undefined : await response.json()) as Value };
      const isProblem = response.headers.get('content-type')?.includes('application/problem+json') ?? false;
      return isProblem ? { kind: 'refused', problem: (await response.json()) as Problem } : UNREACHABLE;
    } catch {
      // No answer, or half of one: the request may have arrived, which is what the key is for.
      this.#link.doubt();
      return UNREACHABLE;
    }
  }
}
