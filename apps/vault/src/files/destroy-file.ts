// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { syncFolderOf } from './whole-file';

/**
 * Overwrites a file where it lies, and takes its name away. On a disk that writes elsewhere (flash, copy-on-write, a journal of data) the old bytes may stay until they
 * are reused: such a disk has to be encrypted.
 */
export async function destroyFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(randomBytes(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await unlink(path);
  await syncFolderOf(path);
}
