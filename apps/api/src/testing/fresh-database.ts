// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg';
import { randomBytes } from 'node:crypto';
import { migrateDatabase } from '../platform/database/migrate-database';

/** A database of one spec's own, migrated, with an owner and an application role as in a real installation. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly url: string;
  /** A query as the owner, to look behind the API's back. */
  query<Row extends pg.QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** As if PostgreSQL had gone: every connection is cut, and no new one accepted. */
  cutOff(): Promise<void>;
  comeBack(): Promise<void>;
  drop(): Promise<void>;
}

const MIGRATED_AT = new Date('2026-01-01T00:00:00Z');

/** Copies the migrated template, which the first spec of the run makes. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { SPORTELLO_TEST_SERVER: server, SPORTELLO_TEST_RUN: run } = process.env;
  if (server === undefined || run === undefined) throw new Error('no PostgreSQL for the tests: is globalSetup configured?');
  const name = `sportello_${run}_${randomBytes(6).toString('hex')}`;
  const role = `sportello_${run}_app`;
  await asOwner(server, async (client) => {
    await makeTemplate(client, server, run, role);
    // File by file: PostgreSQL's usual way writes each page into its log, too, for a crash that here nothing has to outlive.
    await client.query(`create database ${name} template sportello_${run}_template strategy file_copy`);
  });
  const ownerUrl = urlOf(server, name);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  // A connection that is cut while idle is replaced by the next query's.
  owner.on('error', () => undefined);
  return {
    ownerUrl,
    url: urlOf(server, name, role),
    query: async <Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []) => (await owner.query<Row>(sql, [...parameters])).rows,
    cutOff: () =>
      asOwner(server, async (client) => {
        await client.query(`alter database ${name} with connection limit 0`);
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
      }),
    comeBack: () => asOwner(server, (client) => client.query(`alter database ${name} with connection limit -1`)),
    drop: async () => {
      await owner.end();
      await asOwner(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function makeTemplate(client: pg.Client, server: string, run: string, role: string): Promise<void> {
  // Several workers may come first at once.
  await client.query('select pg_advisory_lock(hashtext($1))', [run]);
  const template = `sportello_${run}_template`;
  const found = await client.query('select 1 from pg_database where datname = $1', [template]);
  if (found.rowCount === 0) {
    await client.query(`create role ${role} login password '${role}'`);
    await client.query(`create database ${template}_draft`);
    await migrateDatabase({ ownerUrl: urlOf(server, `${template}_draft`), applicationRole: role, kind: 'rehearsal', now: MIGRATED_AT });
    await client.query(`alter database ${template}_draft rename to ${template}`);
  }
  await client.query('select pg_advisory_unlock(hashtext($1))', [run]);
}

async function asOwner(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = role;
  }
  return url.toString();
}
