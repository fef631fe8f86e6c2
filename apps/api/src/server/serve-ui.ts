// SPDX-License-Identifier: AGPL-3.0-or-later
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { StartRefused } from '../config/environment';
import type { Randomness } from '../platform/ports/randomness';
import { policyWithNonce } from './security-headers';

/** A name with its content's hash in it never means anything else: `main-4RPTZQ2V.js`. */
const HASHED = /-[A-Z0-9]{8}\.[a-z0-9]+$/;
/** The page's own addresses have no dot in their last part. */
const FILE_NAME = /\.[a-z0-9]+$/i;
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
const NONCE_BYTES = 18;
/** Stands in the built page wherever a nonce is wanted. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

export interface UiOptions {
  readonly folder: string;
  readonly isTest: boolean;
  /** An origin; left out: there is no such page. */
  readonly selfCheckUrl?: string | undefined;
  /** The installation's own; left out: the region's. */
  readonly helpDeskPhone?: string | undefined;
  readonly randomness: Randomness;
}

/** Serves the built page: its files, precompressed where they are, and `index.html` for every other address, since the page routes by itself. */
export async function serveUi(fastify: FastifyInstance, { folder, isTest, selfCheckUrl = '', helpDeskPhone = '', randomness }: UiOptions): Promise<void> {
  const files = await filesIn(folder);
  const built = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
    throw new StartRefused('UI_DIR names a folder without index.html: build the page, or leave UI_DIR out.');
  });
  // The sign-in page knows no session yet, and must carry the test banner all the same.
  const page = built
    .replace('data-test="false"', `data-test="${String(isTest)}"`)
    .replace('data-self-check=""', `data-self-check="${selfCheckUrl}"`)
    .replace('data-help-desk-phone=""', () => `data-help-desk-phone="${inAttribute(helpDeskPhone)}"`);
  await fastify.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false, etag: true, lastModified: false });

  fastify.get('/*', async (request, reply) => {
    const path = pathOf(request.url);
    if (path === 'api' || path.startsWith('api/')) {
      reply.callNotFound();
      return reply;
    }
    if (path === 'index.html') return sendPage(reply, page, newNonce(randomness));
    if (files.has(path)) return reply.header('cache-control', HASHED.test(path) ? FOR_EVER : ASK_AGAIN).sendFile(path);
    if (FILE_NAME.test(path)) {
      // A script of an earlier build, say: the page in its place would be read as one.
      reply.callNotFound();
      return reply;
    }
    return sendPage(reply, page, newNonce(randomness));
  });
}

/** A number is whatever the configuration says it is. */
function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The page carries this response's nonce, so that Angular may add its styles, and nobody else any. */
function sendPage(reply: FastifyReply, page: string, nonce: string): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policyWithNonce(nonce))
    .send(page.replaceAll(NONCE_PLACEHOLDER, nonce));
}

function newNonce(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(NONCE_BYTES)).toString('base64');
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '').replace(/^\/+/, '');
  } catch {
    // A malformed escape names no file.
    return '';
  }
}

/** What may be served, listed once: a path that is not in the list never touches the disk. The precompressed twins are reached through their originals. */
async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new StartRefused('UI_DIR names a folder that cannot be read: build the page, or leave UI_DIR out.');
  });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return new Set(names.filter((name) => !/\.(br|gz)$/.test(name)));
}
