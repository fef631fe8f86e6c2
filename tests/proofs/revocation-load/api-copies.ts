// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateSealingKeyPair } from '@sportello/seal';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
/* eslint-disable-next-line @nx/enforce-module-boundaries -- the database of the API’s tests: no package */
import type { TestDatabase } from '../../../apps/api/src/testing/fresh-database';
import { run, start } from '../../../tools/stack/processes.mjs';
import type { AuthorityProcess } from './authority-process';

const SCRIPT = join(__dirname, '../../../apps/api/dist/main.js');
const COPIES = 2;

/** The API as an installation runs it: programs of their own, over one database. */
export class ApiCopies {
  private constructor(
    readonly urls: readonly string[],
    private readonly programs: readonly { readonly pid: number | undefined; stop(): Promise<void> }[],
    private readonly folder: string,
  ) {}

  /** @param setUp what an installation's set-up file says */
  static async start(database: TestDatabase, authority: AuthorityProcess, setUp: object): Promise<ApiCopies> {
    const folder = mkdtempSync(join(tmpdir(), 'sportello-load-'));
    const [keys, anchors] = [join(folder, 'keys'), join(folder, 'anchors')];
    mkdirSync(anchors);
    const write = (name: string, text: string): string => {
      const file = join(folder, name);
      writeFileSync(file, text, { mode: 0o600 });
      return file;
    };
    const { papers } = authority;
    const certificate = write('anchors/authority.test.pem', papers.certificate);
    const env = {
      LOG_LEVEL: 'info',
      INSTALLATION_KIND: 'rehearsal',
      SECOND_FACTOR: 'enrolled',
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      KEYS_DIR: keys,
      VAULT_PUBLIC_KEY_FILE: write('vault.pub', (await generateSealingKeyPair()).publicKey),
      TRUST_ANCHORS_DIR: anchors,
      AUTHORITY_KIND: 'cmp',
      AUTHORITY_CMP_URL: `${authority.url}/cmp`,
      AUTHORITY_CERTIFICATE_FILE: certificate,
      AUTHORITY_CLIENT_KEY_FILE: write('client.key', papers.clientKey),
      AUTHORITY_CLIENT_CERTIFICATE_FILE: write('client.pem', papers.clientCertificate),
      OCSP_URL: `${authority.url}/ocsp`,
      CARD_ISSUER_CERTIFICATE_FILE: certificate,
      HOST: '127.0.0.1',
      PORT: '0',
    };
    const program = (name: string, ...args: readonly string[]) => ({ name, script: SCRIPT, args, env, logDir: folder });
    await run(program('api', 'keys'));
    await run(program('api', 'provision', write('set-up.json', JSON.stringify(setUp))));
    const programs = await Promise.all(Array.from({ length: COPIES }, (_, index) => start(program(`api-${index}`, 'serve'))));
    return new ApiCopies(programs.map(({ ready }) => `http://127.0.0.1:${String(ready['port'])}`), programs, folder);
  }

  get pids(): readonly number[] {
    return this.programs.flatMap(({ pid }) => pid ?? []);
  }

  async stop(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.stop()));
    rmSync(this.folder, { recursive: true });
  }
}
