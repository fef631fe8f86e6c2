// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';

/** Bytes reach their route as a stream, unread: the route reads them once the guards have let the caller in, up to its own limit. */
export function takeBytes(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}
