// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a server answered, or why there is nothing of it: a closed word or an error's code. */
export type Exchanged = { readonly kind: 'answer'; readonly type: string; readonly body: Buffer } | { readonly kind: 'silence'; readonly because: string };

export interface Exchange {
  readonly url: string;
  readonly patienceMs: number;
  /** A longer answer is none. */
  readonly mostBytes: number;
  /** Posted; without it the address is just got. */
  readonly posted?: { readonly type: string; readonly body: Uint8Array };
  /** Media type of an answer that counts whatever the status (RFC 9811 §3.3): the protection is in the message. */
  readonly answerType?: string;
}

/** One question to one server: no redirects, and a connection of its own, since some servers serve but one. */
export async function exchange({ url, patienceMs, mostBytes, posted, answerType }: Exchange): Promise<Exchanged> {
  try {
    const response = await fetch(url, {
      ...(posted && { method: 'POST', body: Uint8Array.from(posted.body) }),
      headers: { connection: 'close', ...(posted && { 'content-type': posted.type }) },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const type = response.headers.get('content-type') ?? '';
    const isAnswer = response.ok || (answerType !== undefined && type.startsWith(answerType));
    const body = await bodyOf(response, isAnswer ? mostBytes : 0);
    if (!isAnswer) return { kind: 'silence', because: `http-${response.status}` };
    return body ? { kind: 'answer', type, body } : { kind: 'silence', because: 'too-long' };
  } catch (error) {
    return { kind: 'silence', because: causeOf(error) };
  }
}

async function bodyOf(response: Response, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    // Leaving the loop cancels the rest.
    if (length > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The code of what went wrong below (`ECONNREFUSED`), or the error's name (`TimeoutError`). */
function causeOf(error: unknown): string {
  const { cause, name } = Object(error) as { readonly cause?: unknown; readonly name?: unknown };
  const { code } = Object(cause) as { readonly code?: unknown };
  return [code, name].find((word) => typeof word === 'string') ?? 'unknown';
}
