// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';

/** What the API answers may name a person: no cache, on the way or in the browser, keeps it (RFC 9111 §5.2.2.5). */
export function keepAnswersOutOfCaches(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    done();
  });
}
