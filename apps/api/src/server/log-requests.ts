// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { Log } from '../platform/logging/log';

/** One line for each request, by its route's pattern: the address itself may name a case, and nothing of the headers is anybody else's business. */
export function logRequests(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const line = { requestId: request.id, method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500) log.error('request', line);
    else log.info('request', line);
    done();
  });
}
