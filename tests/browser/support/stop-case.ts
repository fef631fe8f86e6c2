// SPDX-License-Identifier: AGPL-3.0-or-later
import { Client } from 'pg';
import type { Stack } from './stack';

/** Stops the case whose write was interrupted, as five mute writes would: nobody waits for five in a story. */
export async function stopInterruptedCase({ databaseUrl }: Pick<Stack, 'databaseUrl'>): Promise<void> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const { rowCount } = await database.query(
      `update activation_case set stopped_at = now(), revision = revision + 1, obstacle_code = 'supervisor-needed', obstacle_details = '{"because":"too-many-writes","fence":5}'
       where state = 'interrupted'`,
    );
    if (rowCount !== 1) throw new Error('no case, or more than one, is interrupted');
  } finally {
    await database.end();
  }
}
