// SPDX-License-Identifier: AGPL-3.0-or-later
import { MIGRATIONS, PRIVILEGES } from '@sportello/migrations';
import { type TestDatabase, freshDatabase } from '../../testing/fresh-database';
import { applicationDataSource } from './data-source';
import { migrateDatabase } from './migrate-database';
import { connectTo } from './start-check';

describe('the database of an installation', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const role = (): string => new URL(database.url).username;
  const migrate = (kind: 'real' | 'rehearsal' = 'rehearsal') => migrateDatabase({ ownerUrl: database.ownerUrl, applicationRole: role(), kind, now: new Date() });
  const connect = async (kind: 'real' | 'rehearsal' = 'rehearsal') => {
    const dataSource = applicationDataSource({ url: database.url, connections: 2, onError: () => undefined });
    await connectTo(dataSource, kind);
    return dataSource;
  };

  describe('migrate', () => {
    it('applies nothing twice, also when two come at once', async () => {
      expect(await Promise.all([migrate(), migrate()])).toEqual([[], []]);
      const applied = await database.query<{ name: string }>('select name from schema_migration order by id');
      expect(applied.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
    });

    it('refuses another kind, a newer version, and a role that nobody created', async () => {
      await expect(migrate('real')).rejects.toThrow('The database belongs to a rehearsal installation, and INSTALLATION_KIND says real.');
      await expect(migrateDatabase({ ownerUrl: database.ownerUrl, applicationRole: 'nessuno', kind: 'rehearsal', now: new Date() })).rejects.toThrow('The role nessuno');
      await database.query(`insert into schema_migration ("timestamp", name) values (1999999999999, 'FromTomorrow1999999999999')`);
      await expect(migrate()).rejects.toThrow('newer version');
      await expect(migrateDatabase({ ownerUrl: 'postgres://nobody:x@127.0.0.1:1/x', applicationRole: 'x', kind: 'real', now: new Date() })).rejects.toThrow('DATABASE_OWNER_URL cannot be opened (ECONNREFUSED)');
    });

    it('gives the application’s role what the table of privileges says, and takes back what it does not', async () => {
      await database.query(`grant delete on audit_row to ${role()}`);
      await migrate();
      const granted = await database.query<{ table: string; rights: string[] }>(
        `select table_name as table, array_agg(lower(privilege_type) order by privilege_type) as rights from information_schema.role_table_grants where grantee = $1 group by 1`,
        [role()],
      );
      const expected = Object.entries(PRIVILEGES).map(([table, rights]) => ({ table, rights: [...rights].sort() }));
      expect([...granted].sort((a, b) => a.table.localeCompare(b.table))).toEqual(expected.sort((a, b) => a.table.localeCompare(b.table)));
      expect(await database.query('select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1', [role()])).toEqual([]);
    });
  });

  describe('the application', () => {
    it('cannot change, remove or truncate an audit row, and neither can the owner', async () => {
      const dataSource = await connect();
      const add = `insert into audit_row (id, at, act, actor, details) values (gen_random_uuid(), now(), 'session.refused', 'nobody', '{}')`;
      await dataSource.query(add);
      for (const sql of ['update audit_row set act = act', 'delete from audit_row', 'truncate audit_row']) {
        await expect(dataSource.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
        await expect(database.query(sql)).rejects.toThrow('audit rows are never changed or removed');
      }
      expect(await database.query('select act from audit_row')).toEqual([{ act: 'session.refused' }]);
      await expect(dataSource.query('create table altrove (x int)')).rejects.toMatchObject({ driverError: { code: '42501' } });
      await dataSource.destroy();
    });

    it('starts only on a database of its kind and version', async () => {
      await (await connect()).destroy();
      await expect(connect('real')).rejects.toThrow('The database belongs to a rehearsal installation, and INSTALLATION_KIND says real.');
      await database.query(`delete from schema_migration where id = (select max(id) from schema_migration)`);
      await expect(connect()).rejects.toThrow('The database lacks 1 migrations: run the command "migrate" first.');
      await database.query(`insert into schema_migration ("timestamp", name) values (1999999999999, 'FromTomorrow1999999999999')`);
      await expect(connect()).rejects.toThrow('migrated by a newer version');
      await database.query('drop table schema_migration');
      await expect(connect()).rejects.toThrow('run the command "migrate" first');
    });

    it('says that a database cannot be opened without saying its address', async () => {
      const dataSource = applicationDataSource({ url: 'postgres://app:segreta@127.0.0.1:1/x', connections: 2, onError: () => undefined });
      await expect(connectTo(dataSource, 'rehearsal')).rejects.toThrow('The database named by DATABASE_URL cannot be opened (ECONNREFUSED).');
    });
  });
});
