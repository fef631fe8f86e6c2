// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OPENSSL = '/usr/bin/openssl';

/** Why files cannot be made as a manufacturer makes them here; undefined when they can. */
export const withoutOpenssl = existsSync(OPENSSL) ? undefined : `skipped: ${OPENSSL} is missing`;

/** A manufacturer with the openssl command, and the receiver's keys, in a folder of their own. */
export class EnvelopedFiles {
  private constructor(readonly folder: string) {}

  static async start(): Promise<EnvelopedFiles> {
    const files = new EnvelopedFiles(await mkdtemp(join(tmpdir(), 'sportello-enveloped-')));
    for (const name of ['receiver', 'another']) {
      files.openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', files.path(`${name}.key`), '-out', files.path(`${name}.pem`));
      await chmod(files.path(`${name}.key`), 0o600);
    }
    return files;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  openssl(...args: readonly string[]): Buffer {
    return execFileSync(OPENSSL, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  }

  /** The text, encrypted; `args` in place of `-outform DER RECEIVER'S CERTIFICATE`. */
  async encrypt(text: string, args: readonly string[] = ['-outform', 'DER', this.path('receiver.pem')]): Promise<Buffer> {
    const clear = this.path('clear.csv');
    await writeFile(clear, text);
    return this.openssl('cms', '-encrypt', '-binary', ...(args.some((arg) => arg.startsWith('-aes')) ? [] : ['-aes256']), '-in', clear, ...args);
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}
