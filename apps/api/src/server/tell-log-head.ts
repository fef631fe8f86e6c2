// SPDX-License-Identifier: AGPL-3.0-or-later
import { LOG_HEAD_HEADER } from '@sportello/contracts';
import type { FastifyInstance } from 'fastify';
import { isKnownCaller } from '../platform/access/caller';
import type { LogHeads } from '../platform/audit/log-heads';

/** Answers to people who are signed in and to stations carry the newest heads of the log: who keeps one can tell later that nothing before it was cut off or written anew. Others would learn from it how much goes on here. */
export function tellLogHead(fastify: FastifyInstance, heads: LogHeads): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (isKnownCaller(request)) void reply.header(LOG_HEAD_HEADER, heads.asHeader());
    done();
  });
}
