// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BrowserContext } from '@playwright/test';
import { SESSION_COOKIE } from '@sportello/contracts';
import { createHash } from 'node:crypto';
import { changeOneRow } from './in-database';
import type { Stack } from './stack';

/** Brings the end of the browser's session forward to now: nobody waits ten hours for a story. */
export async function expireSession(context: BrowserContext, stack: Pick<Stack, 'databaseUrl'>): Promise<void> {
  const token = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE)?.value;
  if (token === undefined) throw new Error('nobody is signed in');
  await changeOneRow(stack, 'update session set expires_at = now() where token_hash = $1', [createHash('sha256').update(token).digest()]);
}
