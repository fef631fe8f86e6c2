// SPDX-License-Identifier: AGPL-3.0-or-later
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { IDEMPOTENCY_KEY_HEADER, Id } from '@sportello/contracts';
import { type JsonValue, canonicalJson } from '@sportello/seal';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { operatorOf, type SignedInOperator } from '../access/caller';
import { type Actor, actorOf } from '../audit/audit-entry';
import { Refused } from '../problems/refusal';

/** Whoever does something that is written down. */
export interface Doer {
  readonly actor: Actor;
  readonly requestId: string | null;
}

/** One act of an operator: who, with which key, and what was asked. */
export interface Act extends Doer {
  readonly caller: SignedInOperator;
  /** The caller's own key: sent twice, the act happens once. */
  readonly key: string;
  /** SHA-256 over method, path and body, but for a password or CIP in it. */
  readonly fingerprint: Buffer;
}

/** The act that a request asks for, in JSON. */
export const ThisAct = createParamDecorator((_: unknown, context: ExecutionContext): Act => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return actOf(request, canonicalJson(withoutSecrets(request.body) as JsonValue));
});

/** The same of a request whose body is bytes, once they are read. A request without a key is refused: its caller could not know whether it happened. @throws Refused */
export function actOf(request: FastifyRequest, body: string | Uint8Array): Act {
  const caller = operatorOf(request);
  const key = Id.safeParse(request.headers[IDEMPOTENCY_KEY_HEADER]);
  if (!key.success) throw new Refused({ kind: 'idempotency-key-missing' });
  return {
    caller,
    actor: actorOf(caller),
    requestId: request.id,
    key: key.data.toLowerCase(),
    fingerprint: createHash('sha256').update(`${request.method} ${request.url}\n`).update(body).digest(),
  };
}

const SECRETS = ['password', 'cip'] as const;

function withoutSecrets(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body ?? null;
  const blanks = SECRETS.filter((name) => name in body).map((name) => [name, null] as const);
  return blanks.length === 0 ? body : { ...body, ...Object.fromEntries(blanks) };
}
