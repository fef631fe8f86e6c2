// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import { Client } from 'pg';
import { caseReadyToPrint } from './case-so-far';
import type { CitizenSide } from './citizen-side';
import type { DeskPage } from './desk-page';
import type { Stack } from './stack';

/** The holder has a support administrator: identified, the case waits for a supervisor. */
export async function caseForApproval(desk: DeskPage, citizens: CitizenSide, { databaseUrl }: Pick<Stack, 'databaseUrl'>): Promise<string> {
  await caseReadyToPrint(desk, citizens);
  const number = await desk.caseNumber();
  await inDatabase(databaseUrl, `update activation_case set kind = 'support-administrator' where state = 'recognised'`);
  await desk.hands.press('Enter');
  await expect(desk.title).toHaveText('In attesa del supervisore');
  return number;
}

/** Puts the question back by so many minutes: nobody waits for them in a story. */
export async function askedBefore({ databaseUrl }: Pick<Stack, 'databaseUrl'>, minutes: number): Promise<void> {
  await inDatabase(databaseUrl, `update case_approval set asked_at = asked_at - interval '${minutes} minutes' where state = 'waiting'`);
}

async function inDatabase(connectionString: string, statement: string): Promise<void> {
  const database = new Client({ connectionString });
  await database.connect();
  try {
    const { rowCount } = await database.query(statement);
    if (rowCount !== 1) throw new Error('no row, or more than one, is meant');
  } finally {
    await database.end();
  }
}
