// SPDX-License-Identifier: AGPL-3.0-or-later
import { MIGRATIONS, MIGRATIONS_TABLE, PRIVILEGES } from '@sportello/migrations';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { StartRefused } from '../../config/environment';
import { type InstallationKind, SchemaRepository } from './schema.repository';
import { schemaMismatch } from './schema-match';
import { codeOf } from './start-check';

/** Any number, as long as every version takes the same: "SPORTELL" in ASCII. */
const LOCK = '6003385518304611404';

export interface Migration {
  readonly ownerUrl: string;
  /** The role that the application works as. */
  readonly applicationRole: string;
  readonly kind: InstallationKind;
  readonly now: Date;
}

/**
 * Applies what is missing, writes the installation's kind down when the tables are new, and grants the application's role what it needs. Two at once come one after
 * the other. Answers the names of what was applied.
 *
 * @throws StartRefused when the owner cannot connect, the role does not exist, or the database is another kind's or a newer version's.
 */
export async function migrateDatabase({ ownerUrl, applicationRole, kind, now }: Migration): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect().catch((error: unknown) => {
    throw new StartRefused(`The database named by DATABASE_OWNER_URL cannot be opened (${codeOf(error)}).`);
  });
  try {
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    await refuseUnknownRole(lock, applicationRole);
    const applied = await applyMissing(ownerUrl, kind);
    await lock.query('insert into installation (kind, created_at) values ($1, $2) on conflict do nothing', [kind, now]);
    await grant(lock, applicationRole);
    return applied;
  } finally {
    await lock.end();
  }
}

async function refuseUnknownRole(client: pg.Client, role: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 0) throw new StartRefused(`The role ${role}, which DATABASE_URL names, does not exist: create it first.`);
}

async function applyMissing(ownerUrl: string, kind: InstallationKind): Promise<readonly string[]> {
  const dataSource = ownerDataSource(ownerUrl);
  await dataSource.initialize();
  try {
    const schema = new SchemaRepository(dataSource.manager);
    const [{ exists }] = await dataSource.query<[{ readonly exists: boolean }]>('select to_regclass($1) is not null as exists', [MIGRATIONS_TABLE]);
    const earlier = exists ? await schema.appliedMigrations() : [];
    if (schemaMismatch(earlier)?.kind === 'ahead') throw new StartRefused('The database was migrated by a newer version: use that version.');
    const found = earlier.length > 0 ? await schema.kind() : undefined;
    if (found !== undefined && found !== kind) throw new StartRefused(`The database belongs to a ${found} installation, and INSTALLATION_KIND says ${kind}.`);
    return (await dataSource.runMigrations({ transaction: 'all' })).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** The owner's connection, for migrations alone. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({ type: 'postgres', url, migrations: [...MIGRATIONS], migrationsTableName: MIGRATIONS_TABLE, installExtensions: false, poolSize: 2 });
}

/** Takes everything back and grants what the table of privileges says, in one transaction: a right that was dropped from it is gone afterwards. */
async function grant(client: pg.Client, role: string): Promise<void> {
  const grantee = pg.escapeIdentifier(role);
  const owner = await client.query('select 1 where current_user = $1', [role]);
  if (owner.rowCount === 1) return;
  const grants = Object.entries(PRIVILEGES).map(([table, rights]) => `grant ${rights.join(', ')} on ${pg.escapeIdentifier(table)} to ${grantee};`);
  await client.query(`begin; grant usage on schema public to ${grantee}; revoke all on all tables in schema public from ${grantee}; ${grants.join(' ')} commit;`);
}
