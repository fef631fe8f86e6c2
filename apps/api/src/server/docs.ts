// SPDX-License-Identifier: AGPL-3.0-or-later
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { CSRF_HEADER, IDEMPOTENCY_KEY_HEADER, SESSION_COOKIE } from '@sportello/contracts';

/** OpenAPI, made of the contract's own schemas: the page at /api/docs, the document at /api/docs-json. */
export function serveDocs(app: INestApplication): void {
  const head = new DocumentBuilder()
    .setTitle('Sportello TS-CNS')
    .setDescription(
      `Acts carry \`${IDEMPOTENCY_KEY_HEADER}\` (a UUID of the caller's) and \`${CSRF_HEADER}\` (from the session). ` +
        'Refusals are application/problem+json (RFC 9457) with a stable `code`. Stations sign their requests (RFC 9421).',
    )
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE)
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, head));
}
