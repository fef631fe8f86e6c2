// SPDX-License-Identifier: AGPL-3.0-or-later
import fastify from 'fastify';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemRandomness } from '../platform/ports/randomness';
import { serveUi } from './serve-ui';

describe('the page says, before anybody signs in', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-ui-'));
    await writeFile(join(folder, 'index.html'), '<html data-test="false" data-self-check="" data-help-desk-phone="">');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['where cards are tried out', { selfCheckUrl: 'https://tessera.example' }, '<html data-test="false" data-self-check="https://tessera.example" data-help-desk-phone="">'],
    ['that they are tried out nowhere', {}, '<html data-test="false" data-self-check="" data-help-desk-phone="">'],
    ['whom citizens call', { helpDeskPhone: '0585 "1" & 2' }, '<html data-test="false" data-self-check="" data-help-desk-phone="0585 &quot;1&quot; &amp; 2">'],
  ])('%s', async (_what, options, page) => {
    const server = fastify();
    await serveUi(server, { folder, isTest: false, ...options, randomness: new SystemRandomness() });
    expect((await server.inject('/dove-attivarla')).body).toBe(page);
    await server.close();
  });
});
