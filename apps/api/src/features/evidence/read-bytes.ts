// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

export type BytesRefusal = { readonly kind: 'too-large' } | { readonly kind: 'no-bytes' };

/** Reads the body of a request that carries bytes, and no more of them than may be kept: whoever is not let in by the guards has none of theirs read. */
export async function readBytes({ body, headers }: Pick<FastifyRequest, 'body' | 'headers'>, most: number): Promise<Outcome<Buffer, BytesRefusal>> {
  if (!(body instanceof Readable)) return refuse({ kind: 'no-bytes' });
  if (Number(headers['content-length'] ?? 0) > most) return refuse({ kind: 'too-large' });
  const parts: Buffer[] = [];
  let size = 0;
  // Destroying the stream would take away the connection that the refusal is to be told on.
  for await (const part of body.iterator({ destroyOnReturn: false })) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > most) return refuse({ kind: 'too-large' });
  }
  return accept(Buffer.concat(parts));
}
