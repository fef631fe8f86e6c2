// SPDX-License-Identifier: AGPL-3.0-or-later
import { type SignedStationIdentity, SIGNATURE_PURPOSES, type StationIdentity, VaultIdentity } from '@sportello/contracts';
import { fingerprint, signDocument, signingKeyOf } from '@sportello/seal';
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { StationClient } from './station-client';

const run = promisify(execFile);
const MAIN = join(__dirname, '../../../vault/src/main.ts');
const HOOKS = ['--require', join(__dirname, '../../../../tools/build/from-sources.cjs')];

/** The vault as it really runs: a program of its own, in a folder of its own. */
export class VaultProcess {
  private child: ChildProcess | undefined;
  private port = 0;

  private constructor(
    private readonly folder: string,
    readonly identity: VaultIdentity,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** At the address of the time before, when there was one. */
  async serve(): Promise<void> {
    const env = { ...environmentOf(this.folder), VAULT_PORT: String(this.port) };
    this.child = fork(MAIN, ['serve'], { execArgv: HOOKS, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.port = await portOf(this.child);
  }

  static async start(apiPublicKey: string): Promise<VaultProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'sportello-vault-'));
    await writeFile(join(folder, 'api.pub'), `${apiPublicKey}\n`);
    const environment = environmentOf(folder);
    await command(environment, ['keys']);
    const identity = VaultIdentity.parse(JSON.parse(await readFile(join(folder, 'vault', 'public.json'), 'utf8')));
    const vault = new VaultProcess(folder, identity);
    await vault.serve();
    return vault;
  }

  /** The vault's administrator takes the station up, with the fingerprint that was read out at the counter. */
  async certify(station: StationClient): Promise<void> {
    const identity: StationIdentity = { stationId: station.id, name: station.pinned.stationName, signingKey: station.signing.publicKey, sealingKey: station.sealing.publicKey };
    const signed: SignedStationIdentity = { identity, signature: await signDocument(identity, { purpose: SIGNATURE_PURPOSES.stationIdentity, key: signingKeyOf(station.signing.privateKey) }) };
    await this.command('certify', Buffer.from(JSON.stringify(signed)).toString('base64url'), fingerprint(identity));
  }

  /** Answers the person's approval code. */
  register(person: string): Promise<string> {
    return this.command('register-person', person);
  }

  command(...args: readonly string[]): Promise<string> {
    return command(environmentOf(this.folder), args);
  }

  /** The acts in the vault's own log. */
  async acts(): Promise<readonly string[]> {
    return (await this.command('log')).split('\n').flatMap((line) => line.split('\t')[2] ?? []);
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child?.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true });
  }
}

function environmentOf(folder: string): Record<string, string> {
  const { PATH = '' } = process.env;
  return { PATH, VAULT_DIR: join(folder, 'vault'), VAULT_API_KEY_FILE: join(folder, 'api.pub') };
}

async function command(env: Record<string, string>, args: readonly string[]): Promise<string> {
  return (await run(process.execPath, [...HOOKS, MAIN, ...args], { env })).stdout.trim();
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('a vault without an output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, port } = JSON.parse(line) as { readonly msg: string; readonly port?: number };
    if (msg === 'ready' && port !== undefined) return port;
  }
  throw new Error('the vault ended before it was ready');
}
