// SPDX-License-Identifier: AGPL-3.0-or-later
import { fileURLToPath } from 'node:url';
import { freePort } from './ports.mjs';

const APPLICATION_ROLE = 'sportello';
const DATABASE = 'sportello';

/**
 * The database of the stack: the one that `DATABASE_URL` (and `DATABASE_OWNER_URL`) name, or the embedded one with an owner and an application role.
 * @param {import('./data-folder.mjs').DataFolder} data
 * @param {(program: Parameters<typeof import('./processes.mjs').start>[0]) => Promise<unknown>} launch
 * @returns {Promise<{ url: string, ownerUrl: string }>}
 */
export async function openDatabase(data, launch) {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, ownerUrl: process.env.DATABASE_OWNER_URL ?? given };
  const port = await freePort();
  await launch({
    name: 'database',
    script: fileURLToPath(new URL('database-server.mjs', import.meta.url)),
    env: { DATABASE_DIR: data.database, DATABASE_PORT: String(port), DATABASE_PASSWORD: data.databasePassword },
    logDir: data.logs,
  });
  const address = (/** @type {string} */ role, /** @type {string} */ database) => `postgres://${role}:${data.databasePassword}@127.0.0.1:${port}/${database}`;
  await createRoleAndDatabase(address('postgres', 'postgres'), data.databasePassword);
  return { url: address(APPLICATION_ROLE, DATABASE), ownerUrl: address('postgres', DATABASE) };
}

/** Makes the role and the database of the application where they are not there yet. @param {string} url @param {string} password base64url, so that it needs no quoting */
export async function createRoleAndDatabase(url, password) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    if (role.rowCount === 0) await client.query(`create role ${APPLICATION_ROLE} login password '${password}'`);
    const database = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
