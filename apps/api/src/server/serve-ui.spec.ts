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
    await writeFile(join(folder, 'index.html'), '<html data-test="false" data-self-check="">');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['where cards are tried out', 'https://tessera.example', '<html data-test="false" data-self-check="https://tessera.example">'],
    ['that they are tried out nowhere', undefined, '<html data-test="false" data-self-check="">'],
  ])('%s', async (_what, selfCheckUrl, page) => {
    const server = fastify();
    await serveUi(server, { folder, isTest: false, selfCheckUrl, randomness: new SystemRandomness() });
    expect((await server.inject('/dove-attivarla')).body).toBe(page);
    await server.close();
  });
});
