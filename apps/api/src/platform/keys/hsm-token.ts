// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Pkcs11 from 'pkcs11js';
import { StartRefused } from '../../config/environment';

export interface HsmPlace {
  /** The maker's PKCS #11 library. */
  readonly module: string;
  /** The token's label. */
  readonly token: string;
  /** A file with the user's PIN, which only its user reads. */
  readonly pinFile: string;
}

type Binding = typeof Pkcs11;

interface Session {
  readonly handle: Buffer;
  readonly keys: ReadonlyMap<number, Buffer>;
}

const KEY_LABEL = /^issuer-master-([1-9]\d{0,5})$/;
const MAC_BYTES = 32;
/** The HSM counts wrong PINs and locks itself: after one of these, nothing logs in until somebody starts the API again. */
const PIN_REFUSALS = /^CKR_PIN_/;

/**
 * One session with an HSM's token (PKCS #11 v2.40), logged in. Calls take their turn; a session that was lost is opened once more.
 *
 * `StartRefused` is thrown where an administrator has to do something.
 */
export class HsmToken {
  #session: Session | undefined;
  #isPinRefused = false;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly binding: Binding,
    private readonly library: Pkcs11.PKCS11,
    private readonly place: HsmPlace,
  ) {}

  static async open(place: HsmPlace): Promise<HsmToken> {
    const binding = loadBinding();
    const token = new HsmToken(binding, loadLibrary(binding, place.module), place);
    try {
      token.#session = await token.newSession();
    } catch (error) {
      throw error instanceof StartRefused ? error : new StartRefused(`The HSM's token "${place.token}" does not let the API in (${nameOf(error)}).`);
    }
    return token;
  }

  /** The versions of the keys `issuer-master-VERSION`. */
  get versions(): readonly number[] {
    return [...(this.#session?.keys.keys() ?? [])].sort((one, other) => one - other);
  }

  /** HMAC-SHA-256 under a version's key, inside the HSM. The caller wipes it. */
  hmacSha256(version: number, text: Buffer): Promise<Buffer> {
    const result = this.#turn.then(() => this.hmacNow(version, text));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  private async hmacNow(version: number, text: Buffer): Promise<Buffer> {
    const session = this.#session;
    if (session) {
      try {
        return await this.sign(session, version, text);
      } catch (error) {
        if (!(error instanceof this.binding.Pkcs11Error)) throw error;
        this.#session = undefined;
      }
    }
    this.#session = await this.newSession();
    return this.sign(this.#session, version, text);
  }

  private async sign({ handle, keys }: Session, version: number, text: Buffer): Promise<Buffer> {
    const key = keys.get(version);
    if (!key) throw new Error('this version of the issuer key is not in the HSM');
    this.library.C_SignInit(handle, { mechanism: this.binding.CKM_SHA256_HMAC }, key);
    return this.library.C_SignAsync(handle, text, Buffer.alloc(MAC_BYTES));
  }

  private async newSession(): Promise<Session> {
    const { binding, library, place } = this;
    if (this.#isPinRefused) throw new Error('the HSM refused the PIN before');
    const slot = library.C_GetSlotList(true).find((each) => library.C_GetTokenInfo(each).label.trimEnd() === place.token);
    if (!slot) throw new StartRefused(`The HSM library of ISSUER_KEYS_HSM_MODULE shows no token "${place.token}".`);
    const pin = await pinIn(place.pinFile);
    // A lost session takes the others of this process along, and the login with them.
    library.C_CloseAllSessions(slot);
    const handle = library.C_OpenSession(slot, binding.CKF_SERIAL_SESSION);
    try {
      library.C_Login(handle, binding.CKU_USER, pin);
    } catch (error) {
      this.#isPinRefused = PIN_REFUSALS.test(nameOf(error));
      throw error;
    }
    return { handle, keys: this.masterKeys(handle) };
  }

  private masterKeys(session: Buffer): ReadonlyMap<number, Buffer> {
    const { binding, library } = this;
    const keys = new Map<number, Buffer>();
    for (const key of this.secretKeys(session)) {
      const [label, sensitive, extractable] = library.C_GetAttributeValue(session, key, [{ type: binding.CKA_LABEL }, { type: binding.CKA_SENSITIVE }, { type: binding.CKA_EXTRACTABLE }]);
      const [name = '', version] = KEY_LABEL.exec(label?.value.toString('utf8') ?? '') ?? [];
      if (version === undefined) continue;
      if (sensitive?.value[0] !== 1 || extractable?.value[0] !== 0) throw new StartRefused(`The HSM would give its key ${name} away: make it sensitive and not extractable.`);
      if (keys.has(Number(version))) throw new StartRefused(`The HSM's token holds two keys ${name}: a version is one key.`);
      keys.set(Number(version), key);
    }
    return keys;
  }

  private secretKeys(session: Buffer): readonly Buffer[] {
    const { binding, library } = this;
    const found: Buffer[] = [];
    library.C_FindObjectsInit(session, [{ type: binding.CKA_CLASS, value: binding.CKO_SECRET_KEY }]);
    for (let key = library.C_FindObjects(session); key; key = library.C_FindObjects(session)) found.push(key);
    library.C_FindObjectsFinal(session);
    return found;
  }
}

/** It is an optional dependency: only who has an HSM needs it built. */
function loadBinding(): Binding {
  try {
    return createRequire(__filename)('pkcs11js') as Binding;
  } catch {
    throw new StartRefused('The PKCS #11 binding is not built: install g++, make and python3, and run npm ci again.');
  }
}

function loadLibrary(binding: Binding, path: string): Pkcs11.PKCS11 {
  const library = new binding.PKCS11();
  try {
    library.load(path);
    library.C_Initialize({ flags: binding.CKF_OS_LOCKING_OK });
  } catch (error) {
    if (nameOf(error) !== 'CKR_CRYPTOKI_ALREADY_INITIALIZED') throw new StartRefused(`ISSUER_KEYS_HSM_MODULE names no PKCS #11 library that starts (${nameOf(error)}).`);
  }
  return library;
}

async function pinIn(path: string): Promise<string> {
  const found = await stat(path).catch(() => {
    throw new StartRefused('ISSUER_KEYS_HSM_PIN_FILE names a file that is not there.');
  });
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) throw new StartRefused(`The file ${path} can be read by others: give it mode 0600.`);
  return (await readFile(path, 'utf8')).trim();
}

/** The binding's message is the name of what the library answered (`CKR_…`), or what the system's loader says. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : typeof error;
}
