// SPDX-License-Identifier: AGPL-3.0-or-later
import { Client } from 'pg';
import type { Stack } from './stack';

/** What a story enrolled goes with it, however it ended: the next one signs in by password alone. */
export async function forgetFactors({ databaseUrl }: Pick<Stack, 'databaseUrl'>): Promise<void> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    for (const table of ['passkey', 'authenticator_app', 'recovery_code']) await database.query(`delete from ${table}`);
  } finally {
    await database.end();
  }
}
