// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DataSource, QueryFailedError } from 'typeorm';
import { StartRefused } from '../../config/environment';
import { SchemaRepository, type InstallationKind } from './schema.repository';
import { schemaMismatch } from './schema-match';

/** PostgreSQL's undefined_table. */
const NO_SUCH_TABLE = '42P01';

/**
 * Connects, and makes sure that this is the right database.
 *
 * @throws StartRefused when it cannot be reached, was not migrated, was migrated by a newer version, or is of the other kind.
 */
export async function connectTo(dataSource: DataSource, kind: InstallationKind): Promise<void> {
  await dataSource.initialize().catch((error: unknown) => {
    throw new StartRefused(`The database named by DATABASE_URL cannot be opened (${codeOf(error)}).`);
  });
  try {
    await refuseOtherSchema(dataSource, kind);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function refuseOtherSchema(dataSource: DataSource, kind: InstallationKind): Promise<void> {
  const schema = new SchemaRepository(dataSource.manager);
  const applied = await schema.appliedMigrations().catch((error: unknown) => {
    if (error instanceof QueryFailedError && codeOf(error) === NO_SUCH_TABLE) return [];
    throw error;
  });
  const mismatch = schemaMismatch(applied);
  if (mismatch?.kind === 'behind') throw new StartRefused(`The database lacks ${mismatch.missing} migrations: run the command "migrate" first.`);
  if (mismatch?.kind === 'ahead') throw new StartRefused(`The database was migrated by a newer version (${mismatch.unknown} migrations are not known here): start that version.`);
  const found = await schema.kind();
  if (found !== kind) throw new StartRefused(`The database belongs to a ${found ?? 'nameless'} installation, and INSTALLATION_KIND says ${kind}.`);
}

export function codeOf(error: unknown): string {
  const { code, driverError } = error as { readonly code?: unknown; readonly driverError?: { readonly code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : 'no reason given';
}
