// SPDX-License-Identifier: AGPL-3.0-or-later
import { MIGRATIONS, MIGRATIONS_TABLE, PRIVILEGES } from '@sportello/migrations';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';

/** All that PostgreSQL knows of our tables, in an order of its own making. */
const SCHEMA = `
  select 'column' as what, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as it
    from information_schema.columns where table_schema = 'public' and table_name <> '${MIGRATIONS_TABLE}'
  union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and conrelid::regclass::text <> '${MIGRATIONS_TABLE}'
  union all select 'index', indexdef from pg_indexes where schemaname = 'public' and tablename <> '${MIGRATIONS_TABLE}'
  union all select 'trigger', tgrelid::regclass || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'function', pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
  order by 1, 2`;

jest.setTimeout(60_000);

describe('the migrations', () => {
  let server: DataSource;
  let database: DataSource;
  let name: string;
  let address: URL;

  /** The database as a version with these migrations sees it. */
  const connect = (migrations: readonly (typeof MIGRATIONS)[number][]): Promise<DataSource> =>
    new DataSource({ type: 'postgres', url: address.toString(), installExtensions: false, poolSize: 2, migrations: [...migrations], migrationsTableName: MIGRATIONS_TABLE }).initialize();

  beforeAll(async () => {
    const { SPORTELLO_TEST_SERVER: url = '', SPORTELLO_TEST_RUN: run = '' } = process.env;
    name = `sportello_${run}_migrations`;
    server = await new DataSource({ type: 'postgres', url, installExtensions: false, poolSize: 1 }).initialize();
    await server.query(`create database ${name}`);
    address = new URL(url);
    address.pathname = `/${name}`;
    database = await connect(MIGRATIONS);
  });
  afterAll(async () => {
    await database.destroy();
    await server.query(`drop database ${name} with (force)`);
    await server.destroy();
  });

  const schema = async (): Promise<readonly string[]> => (await database.query<{ what: string; it: string }[]>(SCHEMA)).map(({ what, it }) => `${what}: ${it}`);
  const up = (): Promise<unknown> => database.runMigrations({ transaction: 'all' });

  it('are one file each, numbered without a gap, and all in the list', () => {
    const files = readdirSync(join(__dirname, '..', '..', 'migrations', 'src')).filter((file) => /^\d{4}-/.test(file)).sort();
    expect(files).toHaveLength(MIGRATIONS.length);
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(MIGRATIONS.map((_, index) => index + 1));
    const stamps = MIGRATIONS.map((migration) => Number(migration.name.slice(-13)));
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect(new Set(stamps).size).toBe(MIGRATIONS.length);
  });

  it('go up, down to nothing, and up to the same again', async () => {
    await up();
    const first = await schema();
    expect(first.length).toBeGreaterThan(200);
    for (let undone = 0; undone < MIGRATIONS.length; undone += 1) await database.undoLastMigration();
    expect(await schema()).toEqual([]);
    await up();
    expect(await schema()).toEqual(first);
  });

  it('each take back exactly what they did', async () => {
    for (let undone = 0; undone < MIGRATIONS.length; undone += 1) await database.undoLastMigration();
    let before = await schema();
    for (let count = 1; count <= MIGRATIONS.length; count += 1) {
      const upToHere = await connect(MIGRATIONS.slice(0, count));
      await upToHere.runMigrations({ transaction: 'all' });
      const after = await schema();
      expect(after).not.toEqual(before);
      await upToHere.undoLastMigration();
      expect(await schema()).toEqual(before);
      await upToHere.runMigrations({ transaction: 'all' });
      expect(await schema()).toEqual(after);
      before = after;
      await upToHere.destroy();
    }
  });

  it('leave no table without a line on what the application may do with it', async () => {
    const tables = await database.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public'`);
    expect(tables.map((table) => table.name).sort()).toEqual(Object.keys(PRIVILEGES).sort());
  });
});
