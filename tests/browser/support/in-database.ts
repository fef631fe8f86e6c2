// SPDX-License-Identifier: AGPL-3.0-or-later
import { Client } from 'pg';
import type { Stack } from './stack';

/** What nobody can wait for in a story is as if it had happened: changes exactly one row. */
export async function changeOneRow({ databaseUrl }: Pick<Stack, 'databaseUrl'>, statement: string, parameters: readonly unknown[] = []): Promise<void> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const { rowCount } = await database.query(statement, [...parameters]);
    if (rowCount !== 1) throw new Error(`${String(rowCount)} rows instead of one are changed by: ${statement}`);
  } finally {
    await database.end();
  }
}
