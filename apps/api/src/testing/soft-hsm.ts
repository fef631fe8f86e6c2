// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type * as Pkcs11 from 'pkcs11js';

const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
const UTIL = '/usr/bin/softhsm2-util';

const binding = ((): typeof Pkcs11 | undefined => {
  try {
    return createRequire(__filename)('pkcs11js') as typeof Pkcs11;
  } catch {
    return undefined;
  }
})();

/** Why there is no HSM to try here; undefined when there is one. */
export const withoutSoftHsm = binding === undefined ? 'skipped: pkcs11js is not built' : [MODULE, UTIL].every((path) => existsSync(path)) ? undefined : 'skipped: softhsm2 is missing';

/** SoftHSM 2, an HSM that keeps its tokens in a folder. One for each process, which reads its configuration once. */
export class SoftHsm {
  readonly module = MODULE;
  private library: Pkcs11.PKCS11 | undefined;

  private constructor(readonly folder: string) {}

  static async start(): Promise<SoftHsm> {
    const hsm = new SoftHsm(await mkdtemp(join(tmpdir(), 'sportello-softhsm-')));
    const [configuration, tokens] = ['softhsm2.conf', 'tokens'].map((name) => join(hsm.folder, name)) as [string, string];
    await mkdir(tokens);
    await writeFile(configuration, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
    // Jest's `process.env` is a copy, which a native library does not see.
    (runInThisContext('process') as NodeJS.Process).env.SOFTHSM2_CONF = configuration;
    process.env.SOFTHSM2_CONF = configuration;
    return hsm;
  }

  makeToken(label: string, pin: string): void {
    execFileSync(UTIL, ['--init-token', '--free', '--label', label, '--so-pin', '00000000', '--pin', pin], { stdio: 'ignore' });
  }

  /** Puts a key in, as its custodians would; `more` overrides attributes, which `pkcs11js` numbers. */
  addKey(token: string, pin: string, { label, value, more = [] }: { readonly label: string; readonly value: Buffer; readonly more?: Pkcs11.Template }): void {
    this.inSession(token, pin, (pkcs11, library, session) => {
      const own: Pkcs11.Template = [
        { type: pkcs11.CKA_CLASS, value: pkcs11.CKO_SECRET_KEY },
        { type: pkcs11.CKA_KEY_TYPE, value: pkcs11.CKK_GENERIC_SECRET },
        { type: pkcs11.CKA_TOKEN, value: true },
        { type: pkcs11.CKA_PRIVATE, value: true },
        { type: pkcs11.CKA_SIGN, value: true },
        { type: pkcs11.CKA_SENSITIVE, value: true },
        { type: pkcs11.CKA_EXTRACTABLE, value: false },
        { type: pkcs11.CKA_LABEL, value: label },
        { type: pkcs11.CKA_VALUE, value },
      ];
      library.C_CreateObject(session, [...own.filter(({ type }) => !more.some((other) => other.type === type)), ...more]);
    });
  }

  /** As after an HSM's restart: every session of this process is gone, and the login with them. */
  dropSessions(token: string): void {
    const library = this.loaded();
    library.C_CloseAllSessions(this.slotOf(library, token));
  }

  /** Called when no adapter uses the library any more. */
  async close(): Promise<void> {
    this.library?.C_Finalize();
    this.library?.close();
    await rm(this.folder, { recursive: true });
  }

  private inSession(token: string, pin: string, work: (pkcs11: typeof Pkcs11, library: Pkcs11.PKCS11, session: Buffer) => void): void {
    if (!binding) throw new Error('pkcs11js is not built');
    const library = this.loaded();
    const session = library.C_OpenSession(this.slotOf(library, token), binding.CKF_SERIAL_SESSION | binding.CKF_RW_SESSION);
    library.C_Login(session, binding.CKU_USER, pin);
    work(binding, library, session);
    library.C_Logout(session);
    library.C_CloseSession(session);
  }

  private slotOf(library: Pkcs11.PKCS11, token: string): Buffer {
    const slot = library.C_GetSlotList(true).find((each) => library.C_GetTokenInfo(each).label.trimEnd() === token);
    if (!slot) throw new Error(`there is no token ${token}`);
    return slot;
  }

  /** Loaded after the tokens were made: the library lists its slots when it starts. */
  private loaded(): Pkcs11.PKCS11 {
    if (this.library) return this.library;
    if (!binding) throw new Error('pkcs11js is not built');
    this.library = new binding.PKCS11();
    this.library.load(MODULE);
    this.library.C_Initialize();
    return this.library;
  }
}
