// SPDX-License-Identifier: AGPL-3.0-or-later
import { LOG_HEAD_HEADER, Problem, type ProblemCode } from '@sportello/contracts';
import { type JsonValue, type SigningKey, signRequest } from '@sportello/seal';
import { errorWord } from '../log/error-code';
import type { Clock } from '../time/clock';
import type { Sequence } from './sequence';

/** What the API, or the way to it, made of a request. */
export type Answer =
  | { readonly kind: 'accepted'; readonly body: unknown }
  /** The API said no, and will say it again. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: ProblemCode | null }
  | Unheard;

/** The request was not judged: it is sent again later. */
export type Unheard =
  /** No connection, no answer in time, or an API that has trouble of its own. */
  | { readonly kind: 'unreachable'; readonly because: string }
  /** The API fell over this very request (500, `internal`): it may do so each time. */
  | { readonly kind: 'broken' }
  /** The API does not take this station for the one that it says it is. */
  | { readonly kind: 'not-trusted'; readonly code: DistrustCode; readonly skewSeconds: number | null };

const distrustCodes = ['station-unknown', 'station-revoked', 'signature-invalid', 'clock-skew', 'replayed'] as const satisfies readonly ProblemCode[];
export type DistrustCode = (typeof distrustCodes)[number];

export interface SignedRequestsOptions {
  /** The API's origin. */
  readonly serverUrl: string;
  /** Its `keyId` is the station's id. */
  readonly key: SigningKey;
  readonly sequence: Pick<Sequence, 'next' | 'leap'>;
  readonly clock: Clock;
  /** The header of each answer that tells the newest heads of the log; null: it has none. */
  readonly onHeads?: (text: string | null) => void;
}

const patienceMs = 20_000;

/** The station's requests to the API, each signed (RFC 9421) and numbered. They leave one after the other: a number that overtook a lower one would be refused. */
export class SignedRequests {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SignedRequestsOptions) {}

  post(path: string, body: JsonValue, signal?: AbortSignal): Promise<Answer> {
    return this.inTurn(async () => {
      const outcome = await this.send({ method: 'POST', path, body: JSON.stringify(body), signal: anyOf(signal, AbortSignal.timeout(patienceMs)) });
      if (!(outcome instanceof Response)) return outcome;
      try {
        return outcome.status === 204 ? { kind: 'accepted', body: null } : { kind: 'accepted', body: await outcome.json() };
      } catch (error) {
        return { kind: 'unreachable', because: errorWord(error) };
      }
    });
  }

  /** Opens a stream of server-sent events; the answer is its body, or why there is none. Nothing else waits until the stream ends. */
  openStream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | Exclude<Answer, { kind: 'accepted' }>> {
    return this.inTurn(async () => {
      const opening = new AbortController();
      const impatience = setTimeout(() => opening.abort(), patienceMs);
      const outcome = await this.send({ method: 'GET', path, signal: anyOf(signal, opening.signal) }).finally(() => clearTimeout(impatience));
      if (!(outcome instanceof Response)) return outcome;
      return outcome.body ?? { kind: 'unreachable', because: 'no-stream' };
    });
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(act);
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  private async send({ method, path, body, signal }: {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly body?: string;
    readonly signal: AbortSignal;
  }): Promise<Response | Exclude<Answer, { kind: 'accepted' }>> {
    const { serverUrl, key, sequence, clock } = this.options;
    const payload = body === undefined ? {} : { body };
    const signed = await signRequest({ method, path, ...payload, sequence: await sequence.next(), key, now: clock.now() });
    const headers = { ...signed, accept: body === undefined ? 'text/event-stream' : 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    try {
      // A redirect would lead the signature to a request that it does not cover.
      const response = await fetch(`${serverUrl}${path}`, { method, headers, ...payload, signal, redirect: 'error' });
      this.options.onHeads?.(response.headers.get(LOG_HEAD_HEADER));
      return response.ok ? response : await this.judge(response);
    } catch (error) {
      return { kind: 'unreachable', because: errorWord(error) };
    }
  }

  private async judge(response: Response): Promise<Exclude<Answer, { kind: 'accepted' }>> {
    const problem = await problemOf(response);
    const code = problem?.code ?? null;
    if (code === 'replayed') this.options.sequence.leap();
    const distrust = distrustCodes.find((known) => known === code);
    if (distrust) return { kind: 'not-trusted', code: distrust, skewSeconds: this.skewOf(response) };
    if (response.status === 500 && code === 'internal') return { kind: 'broken' };
    if (response.status >= 500 || [408, 425, 429].includes(response.status)) return { kind: 'unreachable', because: code ?? `status-${response.status}` };
    return { kind: 'refused', status: response.status, code };
  }

  /** How far this computer's clock is ahead of the server's, by the answer's Date (RFC 9110 §6.6.1). */
  private skewOf(response: Response): number | null {
    const date = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(date) ? null : Math.round((this.options.clock.now().getTime() - date) / 1000);
  }
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  try {
    return Problem.safeParse(await response.json()).data;
  } catch {
    // No JSON, or torn: then the status alone has to say it.
    return undefined;
  }
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
