// SPDX-License-Identifier: AGPL-3.0-or-later
/** The vault of a rehearsal: the very program of a real installation, with what its administrator does by hand done here. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../install/ensure.mjs';
import { run } from './processes.mjs';

const app = (/** @type {string} */ name) => join(root, 'apps', name, 'dist', 'main.js');

/**
 * @typedef {import('./data-folder.mjs').DataFolder} DataFolder
 * @typedef {{ port: number, env: Record<string, string>, publicFile: string, script: string }} PreparedVault
 */

/** Keys, and the public half of the API's, whose requests it listens to. The API's own keys are there already. @param {DataFolder} data @param {number} port @returns {Promise<PreparedVault>} */
export async function prepareVault(data, port) {
  const apiKeyFile = join(data.path, 'api-signing.pub');
  const env = { VAULT_DIR: data.vault, VAULT_API_KEY_FILE: apiKeyFile, VAULT_PORT: String(port) };
  const [publicKey] = await Promise.all([
    run({ name: 'api', script: app('api'), args: ['public-key'], env: { KEYS_DIR: data.keys }, logDir: data.logs }),
    run({ name: 'vault', script: app('vault'), args: ['keys'], env, logDir: data.logs }),
  ]);
  writeFileSync(apiKeyFile, publicKey, { mode: 0o600 });
  return { port, env, publicFile: join(data.vault, 'public.json'), script: app('vault') };
}

/** Registers people, each once for this folder, and answers their approval codes. @param {DataFolder} data @param {PreparedVault} vault @param {readonly string[]} people @returns {Promise<Record<string, string>>} */
export async function registerPeople(data, { env }, people) {
  const file = join(data.path, 'approval-codes.json');
  /** @type {Record<string, string>} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const person of people) {
    known[person] ??= (await run({ name: 'vault', script: app('vault'), args: ['register-person', person], env, logDir: data.logs })).trim();
  }
  writeFileSync(file, JSON.stringify(known, null, 2), { mode: 0o600 });
  return known;
}

/** Certifies the enrolled station that lives in a folder. @param {DataFolder} data @param {PreparedVault} vault @param {string} stationDir */
export async function certifyStation(data, { env }, stationDir) {
  const told = await run({ name: 'station', script: app('desk-agent'), args: ['--identity'], env: { STATION_DIR: stationDir }, logDir: data.logs });
  const lines = told.trim().split('\n');
  const fingerprint = /: ((?:[0-9A-F]{4}-){7}[0-9A-F]{4})$/m.exec(told)?.[1] ?? '';
  await run({ name: 'vault', script: app('vault'), args: ['certify', lines.at(-1) ?? '', fingerprint], env, logDir: data.logs });
}
