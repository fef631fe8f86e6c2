// SPDX-License-Identifier: AGPL-3.0-or-later
import { Client, escapeIdentifier } from 'pg';
import { filesIn } from './files';
import type { Sample } from './sample';

const SYSTEM_SCHEMAS = ['pg_catalog', 'information_schema'];

/** Every row of every table as it reads: values that PostgreSQL keeps compressed are seen here only. The bytes of a bytea stand as they are. */
export async function* databaseReadOut(ownerUrl: string): AsyncGenerator<Sample> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Whatever is in memory only is to be in the files, too.
    await client.query('checkpoint');
    const tables = await client.query<{ schema: string; name: string }>('select table_schema as schema, table_name as name from information_schema.tables where table_type = $1 and table_schema <> all($2)', [
      'BASE TABLE',
      SYSTEM_SCHEMAS,
    ]);
    for (const { schema, name } of tables.rows) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from ${escapeIdentifier(schema)}.${escapeIdentifier(name)}`);
      const values = rows.flatMap((row) => Object.entries(row).flatMap(([column, value]) => [Buffer.from(`${column}\t`), bytesOf(value), Buffer.from('\n')]));
      yield { kind: 'database, read out', part: `${schema}.${name}`, bytes: Buffer.concat(values) };
    }
  } finally {
    await client.end();
  }
}

/** Tables, indexes, write-ahead log and all else that PostgreSQL keeps: what was deleted may still be there. */
export const databaseFiles = (folder: string): AsyncGenerator<Sample> => filesIn('database files and WAL', folder);

function bytesOf(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  return Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}
