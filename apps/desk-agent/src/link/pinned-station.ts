// SPDX-License-Identifier: AGPL-3.0-or-later
import { open, readFile, rename } from 'node:fs/promises';
import { isPublicKey } from '@sportello/seal';
import * as z from 'zod';
import { CannotStart } from '../config/cannot-start';
import { errorCode } from '../log/error-code';

const PublicKey = z.string().refine(isPublicKey);

/** What the station learned at its enrolment, and believes from then on: its name, and whose keys it seals to and trusts. */
export const PinnedStation = z.strictObject({
  stationId: z.uuid(),
  stationName: z.string(),
  deskName: z.string(),
  apiSigningKey: PublicKey,
  apiSealingKey: PublicKey,
  vaultSealingKey: PublicKey,
  /** Null: enrolled when the vault had no name yet; the first one that the API's signed job brings is pinned then. */
  vaultSigningKey: PublicKey.nullable().default(null),
  /** Of the vault's key: an older one is never sealed to again. */
  vaultKeyVersion: z.int().min(0).default(0),
});
export type PinnedStation = z.infer<typeof PinnedStation>;

/** @throws CannotStart when the file is there and is not what this program wrote. */
export async function readPinnedStation(path: string): Promise<PinnedStation | undefined> {
  try {
    return PinnedStation.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (errorCode(error) === 'EACCES') throw new CannotStart(`${path} is not this user's to read. Run this as the user under whom the station runs.`);
    throw new CannotStart(`The station's enrolment in ${path} cannot be read. Restore it from a copy, or enrol the station again in an empty STATION_DIR.`);
  }
}

/** Whole or not at all. */
export async function writePinnedStation(path: string, station: PinnedStation): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(station, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
