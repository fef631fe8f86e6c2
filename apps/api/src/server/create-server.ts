// SPDX-License-Identifier: AGPL-3.0-or-later
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from '../app.module';
import { LogHeads } from '../platform/audit/log-heads';
import { NestLog } from '../platform/logging/log';
import type { Outside } from '../platform/platform.module';
import { serveDocs } from './docs';
import { keepAnswersOutOfCaches } from './keep-answers-out-of-caches';
import { letRoutesTakeMore } from './let-routes-take-more';
import { logRequests } from './log-requests';
import { securityHeaders } from './security-headers';
import { serveUi } from './serve-ui';
import { takeBytes } from './take-bytes';
import { tellLogHead } from './tell-log-head';

/** The largest message but for those of a route that says more itself: a card's files with room to spare, is a fifth of it. */
const MOST_BODY_BYTES = 64 * 1024;

export interface ServerOptions {
  /** The built page's folder; without it no page is served. */
  readonly uiDir?: string | undefined;
  /** Where a citizen looks whether their card works; without it no page names it. */
  readonly selfCheckUrl?: string | undefined;
  readonly trustedProxies?: readonly string[];
}

/** The application, ready to listen; `close()` ends its streams and connections. */
export async function createServer(outside: Outside, { uiDir, selfCheckUrl, trustedProxies = [] }: ServerOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: MOST_BODY_BYTES,
    // The id is ours alone: one that a caller brings could be made to look like another's.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(outside), adapter, {
    logger: new NestLog(outside.log),
    rawBody: true,
    abortOnError: false,
  });
  const { publicOrigin } = outside.settings;
  app.setGlobalPrefix('api');
  app.useSecurityHeaders(securityHeaders(publicOrigin));
  app.enableCsrfProtection({ trustedOrigins: [publicOrigin] });
  serveDocs(app);
  letRoutesTakeMore(adapter.getInstance());
  logRequests(adapter.getInstance(), outside.log);
  keepAnswersOutOfCaches(adapter.getInstance());
  tellLogHead(adapter.getInstance(), app.get(LogHeads));
  takeBytes(adapter.getInstance());
  if (uiDir !== undefined) await serveUi(adapter.getInstance(), { folder: uiDir, isTest: outside.trustAnchors.isTest, selfCheckUrl, helpDeskPhone: outside.settings.helpDesk?.phone, randomness: outside.randomness });
  await app.init();
  await adapter.getInstance().ready();
  return app;
}
