// SPDX-License-Identifier: AGPL-3.0-or-later
import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** What a server answered, or why there is nothing of it: a closed word or an error's code. */
export type Exchanged = { readonly kind: 'answer'; readonly type: string; readonly body: Buffer } | { readonly kind: 'silence'; readonly because: string };

export interface Exchange {
  readonly url: string;
  /** From when there is a connection for it. */
  readonly patienceMs: number;
  /** A longer answer is none. */
  readonly mostBytes: number;
  /** Posted; without it the address is just got. */
  readonly posted?: { readonly type: string; readonly body: Uint8Array };
  /** Media type of an answer that counts whatever the status (RFC 9811 §3.3): the protection is in the message. */
  readonly answerType?: string;
}

/** Connections to one server. What waits goes over the first that is free, and one for which nothing waits is closed at once: some servers serve but one, and others ask them too. */
const CONNECTIONS = { keepAlive: false, maxSockets: 8 } as const;
const AGENTS = { 'http:': { ask: httpRequest, agent: new HttpAgent(CONNECTIONS) }, 'https:': { ask: httpsRequest, agent: new HttpsAgent(CONNECTIONS) } } as const;

/** One question to one server. Redirects are not followed. */
export async function exchange({ url, patienceMs, mostBytes, posted, answerType }: Exchange): Promise<Exchanged> {
  const noMore = new AbortController();
  let patience: NodeJS.Timeout | undefined;
  try {
    const response = await responseTo(url, {
      ...(posted ? { method: 'POST', headers: { 'content-type': posted.type, 'content-length': posted.body.length } } : {}),
      signal: noMore.signal,
    }, posted?.body, () => (patience = setTimeout(() => noMore.abort(), patienceMs)));
    const type = response.headers['content-type'] ?? '';
    const status = response.statusCode ?? 0;
    const isAnswer = (status >= 200 && status < 300) || (answerType !== undefined && type.startsWith(answerType));
    const body = await bodyOf(response, isAnswer ? mostBytes : 0);
    if (!isAnswer) return { kind: 'silence', because: `http-${status}` };
    return body ? { kind: 'answer', type, body } : { kind: 'silence', because: 'too-long' };
  } catch (error) {
    return { kind: 'silence', because: noMore.signal.aborted ? 'TimeoutError' : causeOf(error) };
  } finally {
    clearTimeout(patience);
  }
}

/** `begin`: a connection is there for it. */
function responseTo(url: string, options: RequestOptions, body: Uint8Array | undefined, begin: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { ask, agent } = AGENTS[url.startsWith('https:') ? 'https:' : 'http:'];
    ask(url, { ...options, agent }, resolve).once('error', reject).once('socket', begin).end(body);
  });
}

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    // Leaving the loop ends the connection.
    if (length > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The code of what went wrong below (`ECONNREFUSED`), or the error's name. */
function causeOf(error: unknown): string {
  const { code, name } = Object(error) as { readonly code?: unknown; readonly name?: unknown };
  return [code, name].find((word) => typeof word === 'string') ?? 'unknown';
}
