// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey, randomUUID } from 'node:crypto';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { readPrivateKey, writePrivateKey } from '../keys/p256-keys';

/** Why a key file was not read. A configuration error may show all of it: there is nothing of the key in it. */
export type KeyFileRefusal =
  | { readonly kind: 'key-file-absent'; readonly path: string }
  | { readonly kind: 'key-file-open-to-others'; readonly path: string; /** The permission bits, in octal. */ readonly mode: string }
  | { readonly kind: 'not-a-private-key'; readonly path: string };

const othersBits = 0o077;
const permissionBits = 0o777;
const ownerOnly = 0o600;

/**
 * Reads a private key that lies in a file of its own, PKCS#8 in PEM. On POSIX the file must be its user's alone; Windows has no such bits, there the folder's
 * access list must say the same.
 *
 * @throws the file system's error when the file is there and cannot be read.
 */
export const readPrivateKeyFile = async (path: string): Promise<{ readonly kind: 'private-key'; readonly privateKey: string } | KeyFileRefusal> => {
  const file = await opened(path);
  if (file === undefined) return { kind: 'key-file-absent', path };
  try {
    // The open file is asked, not the path: nobody swaps it between the question and the reading.
    const { mode } = await file.stat();
    if (process.platform !== 'win32' && (mode & othersBits) !== 0) {
      return { kind: 'key-file-open-to-others', path, mode: (mode & permissionBits).toString(8).padStart(4, '0') };
    }
    const privateKey = keyOf(await file.readFile('utf8'));
    return privateKey === undefined ? { kind: 'not-a-private-key', path } : { kind: 'private-key', privateKey };
  } finally {
    await file.close();
  }
};

/**
 * Writes a private key into a new file that only its user may read, whole or not at all. A file that is already there stays as it is: overwriting a key would
 * orphan whatever was sealed to it.
 *
 * @throws TypeError when it is no P-256 private key; the file system's error when the folder cannot be written.
 */
export const writePrivateKeyFile = async (
  path: string,
  privateKey: string,
): Promise<{ readonly kind: 'written' } | { readonly kind: 'key-file-exists'; readonly path: string }> => {
  const key = readPrivateKey(privateKey);
  if (key === undefined) throw new TypeError('not a P-256 private key');
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeDurably(draft, key.export({ format: 'pem', type: 'pkcs8' }));
    // Unlike a rename, a link never replaces a file that is already there.
    await link(draft, path);
    return { kind: 'written' };
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return { kind: 'key-file-exists', path };
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const opened = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const writeDurably = async (path: string, text: string | Buffer): Promise<void> => {
  const file = await open(path, 'wx', ownerOnly);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

const keyOf = (pem: string): string | undefined => {
  try {
    const text = writePrivateKey(createPrivateKey(pem));
    return readPrivateKey(text) === undefined ? undefined : text;
  } catch {
    // OpenSSL's own message is not shown: it may quote the file.
    return undefined;
  }
};

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);
