// SPDX-License-Identifier: AGPL-3.0-or-later
import { open, readFile, stat } from 'node:fs/promises';
import { StartRefused } from '../../config/environment';
import type { Randomness } from '../ports/randomness';

const KEY_BYTES = 32;

/** Writes 32 random bytes, base64url, into a new file that only its user reads. Answers false, and changes nothing, when the file is there. */
export async function writeSecretKeyFile(path: string, randomness: Randomness): Promise<boolean> {
  const bytes = randomness.bytes(KEY_BYTES);
  try {
    return await writeKeyText(path, `${Buffer.from(bytes).toString('base64url')}\n`);
  } finally {
    bytes.fill(0);
  }
}

/** @throws StartRefused when the file is missing, open to others, or holds anything but 32 bytes. */
export async function readSecretKeyFile(path: string): Promise<Uint8Array> {
  const bytes = Buffer.from((await readKeyText(path)).trim(), 'base64url');
  if (bytes.length !== KEY_BYTES) throw new StartRefused(`The key file ${path} holds no key of 32 bytes.`);
  return Uint8Array.from(bytes);
}

/** Writes a key's text into a new file that only its user reads. Answers false, and changes nothing, when the file is there. */
export async function writeKeyText(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if ((error as { readonly code?: unknown }).code === 'EEXIST') return undefined;
    throw error;
  });
  if (file === undefined) return false;
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return true;
}

/** @throws StartRefused when the file is missing or open to others. */
export async function readKeyText(path: string): Promise<string> {
  const found = await stat(path).catch(() => {
    throw new StartRefused(`The key file ${path} is missing: make the API's keys with the command "keys".`);
  });
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) throw new StartRefused(`The key file ${path} can be read by others: give it mode 0600.`);
  return readFile(path, 'utf8');
}
