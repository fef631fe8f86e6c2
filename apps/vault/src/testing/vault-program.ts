// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generateSigningKeyPair, type SigningKey, signingKeyOf, signRequest } from '@sportello/seal';
import { openVaultFolder, type VaultFolder } from '../config/vault-folder';
import { KeyRing } from '../keys/key-ring';

const MAIN = join(__dirname, '../main.ts');
const HOOKS = ['--require', join(__dirname, '../../../../tools/build/from-sources.cjs')];

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The vault's program as it really runs, and an API of nobody that it listens to. */
export class VaultProgram {
  private child: ChildProcess | undefined;
  private port = 0;

  private constructor(
    readonly root: string,
    readonly folder: VaultFolder,
    readonly api: SigningKey,
  ) {}

  static async prepare(): Promise<VaultProgram> {
    const root = await mkdtemp(join(tmpdir(), 'vault-program-'));
    const api = signingKeyOf((await generateSigningKeyPair()).privateKey);
    await writeFile(join(root, 'api.pub'), `${api.publicKey}\n`);
    return new VaultProgram(root, await openVaultFolder(join(root, 'vault')), api);
  }

  run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Finished> {
    return new Promise((resolve) => {
      execFile(process.execPath, [...HOOKS, MAIN, ...args], { env: { ...this.environment, ...environment } }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    });
  }

  keys(): Promise<KeyRing> {
    return KeyRing.open(this.folder);
  }

  async serve(): Promise<void> {
    this.child = fork(MAIN, ['serve'], { execArgv: HOOKS, env: this.environment, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    if (!this.child.stdout) throw new Error('no output');
    for await (const line of createInterface({ input: this.child.stdout })) {
      const { msg, port } = JSON.parse(line) as { readonly msg: string; readonly port: number };
      if (msg === 'ready') {
        this.port = port;
        return;
      }
    }
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** The headers of a request that the API signs. */
  sign(path: string, body: string, key = this.api): Promise<Record<string, string>> {
    return signRequest({ method: 'POST', path, body, sequence: 0, key, now: new Date() });
  }

  async post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async close(): Promise<void> {
    const { child } = this;
    if (child?.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(this.root, { recursive: true });
  }

  private get environment(): Record<string, string> {
    const { PATH = '' } = process.env;
    return { PATH, VAULT_DIR: join(this.root, 'vault'), VAULT_API_KEY_FILE: join(this.root, 'api.pub'), VAULT_PORT: '0' };
  }
}
