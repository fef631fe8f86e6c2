// SPDX-License-Identifier: AGPL-3.0-or-later
import { judgeTimeStampResponse, TIME_STAMP_QUERY, TIME_STAMP_REPLY, type TimeStampAnswer, type TimeStampQuestion, timeStampRequest } from '@sportello/seal';
import type { X509Certificate } from 'node:crypto';

const PATIENCE_MS = 10_000;
/** A token with its certificates has a few thousand bytes. */
const MOST_BYTES = 65_536;

/** Whoever stamps the log's blocks. */
export interface TimeStampAuthority {
  readonly url: string;
  /** Under which its tokens are judged. */
  readonly certificate: X509Certificate;
  /** The policy that is asked for (OID); null: the authority's own. */
  readonly policy: string | null;
  readonly intervalHours: number;
}

/** `unanswered`: no answer in time, too long a one, or an HTTP status that is none of success. */
export type AuthorityAnswer = TimeStampAnswer | { readonly kind: 'unanswered' };

/** One question to the authority over HTTP (RFC 3161 §3.4), its answer judged. */
export async function askAuthority({ url, certificate, policy }: TimeStampAuthority, asked: Pick<TimeStampQuestion, 'hash' | 'nonce'>, patienceMs = PATIENCE_MS): Promise<AuthorityAnswer> {
  const question: TimeStampQuestion = { ...asked, ...(policy !== null && { policy }) };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': TIME_STAMP_QUERY, accept: TIME_STAMP_REPLY },
      body: timeStampRequest(question),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const bytes = response.ok ? await bytesOf(response) : undefined;
    return bytes ? judgeTimeStampResponse(bytes, { ...question, certificate }) : { kind: 'unanswered' };
  } catch {
    // Fetch throws what the network did: all of it means that it is tried again.
    return { kind: 'unanswered' };
  }
}

async function bytesOf({ body }: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
