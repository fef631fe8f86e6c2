// SPDX-License-Identifier: AGPL-3.0-or-later
import { changeOneRow } from './in-database';
import type { Stack } from './stack';

/** Stops the case whose write was interrupted, as five mute writes would: nobody waits for five in a story. */
export async function stopInterruptedCase(stack: Pick<Stack, 'databaseUrl'>): Promise<void> {
  await changeOneRow(
    stack,
    `update activation_case set stopped_at = now(), revision = revision + 1, obstacle_code = 'supervisor-needed', obstacle_details = '{"because":"too-many-writes","fence":5}'
     where state = 'interrupted'`,
  );
}
