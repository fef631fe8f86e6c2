// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { StartRefused, readEnvironment } from '../config/environment';
import { Provision } from '../features/provisioning/provision';
import { ProvisionFile } from '../features/provisioning/provision-file';
import { readSetUpKeys } from '../platform/keys/key-folder';
import { SlowHash } from '../platform/passwords/slow-hash';
import { SystemRandomness } from '../platform/ports/randomness';
import { withDatabase } from './with-database';

/** Reads a set-up file into the database. */
export async function provision(path: string | undefined): Promise<void> {
  if (path === undefined) throw new StartRefused('Which file? For example: provision set-up.json');
  const { KEYS_DIR } = readEnvironment(['KEYS_DIR'], process.env);
  const [file, keys] = await Promise.all([readProvisionFile(path), readSetUpKeys(KEYS_DIR)]);
  await withDatabase('provision', async (unitOfWork, log) => {
    const { sheets, transportCodes } = await new Provision(unitOfWork, keys, new SlowHash(), new SystemRandomness()).run(file);
    log.info('provisioned', { desks: file.desks.length, operators: file.operators.length, sheets, transportCodes });
  });
}

async function readProvisionFile(path: string): Promise<ProvisionFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartRefused(`The set-up file ${path} cannot be read.`);
  });
  const parsed = ProvisionFile.safeParse(jsonIn(text, path));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path: steps }) => steps.join('.'));
  throw new StartRefused(`The set-up file ${path} is not right at: ${[...new Set(places)].join(', ')}.`);
}

/** The parser's message would quote the file, which holds passwords and codes. */
function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StartRefused(`The set-up file ${path} is not JSON.`);
  }
}
