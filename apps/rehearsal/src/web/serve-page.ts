// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../process/log';
import type { World } from '../world/world';
import type { WorldView } from '../world/world-view';
import { refused, sendJson, type Answer } from './answer';
import type { EventStream } from './event-stream';
import { guard } from './guard';
import { readBody } from './read-body';
import { routesFor } from './routes';
import { sendFile, type StaticFile } from './static-files';

export type PageServer = { readonly port: number; close(): Promise<void> };

export type PageServerOptions = {
  readonly port: number;
  readonly world: World;
  readonly view: () => WorldView;
  readonly events: EventStream;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly log: Log;
};

/** Serves the page and its API on loopback. Rejects when the port is taken. */
export const servePage = async ({ port, world, view, events, files, log }: PageServerOptions): Promise<PageServer> => {
  const routes = routesFor(view);

  const answer = async (request: IncomingMessage, path: string): Promise<Answer> => {
    for (const route of routes) {
      const found = route.path.exec(path);
      if (found === null || route.method !== request.method) continue;
      const body = await readBody(request);
      return body.kind === 'json' ? route.act(world, found.groups ?? {}, body.value) : refused(body.kind === 'too-large' ? 413 : 400, body.kind);
    }
    return refused(404, 'not-found');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = guard(request);
    if (refusal !== undefined) {
      sendJson(response, refusal);
      return;
    }
    const [path = '/'] = (request.url ?? '/').split('?');
    const file = request.method === 'GET' ? files.get(path) : undefined;
    if (file !== undefined) sendFile(response, file);
    else if (request.method === 'GET' && path === '/api/events') events.add(request, response);
    else sendJson(response, await answer(request, path));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log('error', 'request failed', { method: request.method ?? '', reason: error instanceof Error ? error.message : 'unknown' });
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
