// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** That the API told this station that it was revoked is kept in its folder, so that the self-test can say it without asking: a second signed request would take the numbers of the station that runs. */
export async function noteRevoked(stationDir: string, at: Date): Promise<void> {
  await writeFile(fileIn(stationDir), `${at.toISOString()}\n`, { mode: 0o600 });
}

/** The API takes the station after all: its database was restored, say. */
export async function forgetRevoked(stationDir: string): Promise<void> {
  await rm(fileIn(stationDir), { force: true });
}

/** When the station heard of it; null: it did not. */
export async function revokedSince(stationDir: string): Promise<string | null> {
  const text = await readFile(fileIn(stationDir), 'utf8').catch(() => '');
  return text.trim() === '' ? null : text.trim();
}

function fileIn(stationDir: string): string {
  return join(stationDir, 'revoked');
}
