// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { isPublicKey } from '@sportello/seal';
import { readEnvironment, SERVE_VARIABLES } from '../config/settings';
import { StartRefused } from '../config/start-refused';
import { openVaultFolder } from '../config/vault-folder';
import { CallerCheck } from '../http/caller-check';
import { createVaultServer } from '../http/create-vault-server';
import { KeyRing } from '../keys/key-ring';
import { VaultLog } from '../log/vault-log';
import { errorCode } from '../process/error-code';
import { harden } from '../process/harden';
import { jsonLog } from '../process/logger';
import { untilToldToEnd } from '../process/until-told-to-end';
import { PeopleRegister } from '../registers/people';
import { StationRegister } from '../registers/stations';
import { DAY_MS, Limits } from '../rewrap/limits';
import { PendingRequests } from '../rewrap/pending-requests';
import { VaultDesk } from '../rewrap/vault-desk';

const now = (): Date => new Date();

/** Serves until it is told to end. @throws StartRefused */
export async function serve(): Promise<void> {
  const environment = readEnvironment(SERVE_VARIABLES, process.env);
  const print = (line: string): void => void process.stdout.write(line);
  const log = jsonLog(print, now, environment.LOG_LEVEL);
  harden(log);
  const folder = await openVaultFolder(environment.VAULT_DIR);
  const keys = await KeyRing.open(folder);
  const apiKey = await apiKeyIn(environment.VAULT_API_KEY_FILE);
  const auditLog = new VaultLog(folder, now);
  const earlier = (await auditLog.entries()).filter(({ act, at }) => act === 'rewrapped' && Date.parse(at) > now().getTime() - DAY_MS);
  const head = await auditLog.append('started', { version: keys.identity.current.key.version });
  const limits = new Limits(environment.VAULT_REWRAPS_PER_DAY, earlier.map(({ at }) => new Date(at)));
  const desk = new VaultDesk({
    keys,
    log: auditLog,
    stations: new StationRegister(folder),
    people: new PeopleRegister(folder),
    pending: new PendingRequests(),
    limits,
    now,
    newId: randomUUID,
    random: (length) => randomBytes(length),
  });
  const server = createVaultServer({ desk, caller: new CallerCheck(apiKey, now), signing: keys.signing, auditLog, limits, now, log });
  const { VAULT_HOST: host, VAULT_PORT: port } = environment;
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new StartRefused(`The vault cannot listen on ${host}:${port} (${errorCode(error)}): stop the program that does, or set VAULT_PORT.`);
  });
  // Whoever started this program waits for the line, whatever the level.
  jsonLog(print, now, 'info')('info', 'ready', { host, port: (server.address() as AddressInfo).port, entry: head.entry });
  await untilToldToEnd();
  server.close();
  server.closeAllConnections();
}

async function apiKeyIn(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new StartRefused(`VAULT_API_KEY_FILE names a file that cannot be read (${errorCode(error)}).`);
  });
  const key = text.trim();
  if (!isPublicKey(key)) throw new StartRefused('VAULT_API_KEY_FILE names a file that holds no P-256 public key: write it with "npm run --silent api -- public-key".');
  return key;
}
