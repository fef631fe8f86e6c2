// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SoftHsm, withoutSoftHsm } from '../../testing/soft-hsm';
import { readIssuerKeyFiles } from './issuer-key-files';
import { openHsmIssuerKeys } from './issuer-key-hsm';
import { openIssuerKeys } from './open-issuer-keys';

const PIN = '493817';
const MASTER = Buffer.from('000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F', 'hex');
const ID_CARTA = '6090000000000017';
const CHALLENGE = Buffer.from('0123456789ABCDEF', 'hex');
/** PKCS #11 v2.40: CKA_SIGN, CKA_EXTRACTABLE. */
const [SIGN, EXTRACTABLE] = [0x108, 0x162];
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

(withoutSoftHsm === undefined ? describe : describe.skip)(`the issuer’s keys in an HSM${withoutSoftHsm ? ` (${withoutSoftHsm})` : ''}`, () => {
  let hsm: SoftHsm;
  let pinFile: string;

  beforeAll(async () => {
    hsm = await SoftHsm.start();
    for (const token of ['good', 'empty', 'weak', 'double', 'mute']) hsm.makeToken(token, PIN);
    pinFile = join(hsm.folder, 'pin');
    await writeFile(pinFile, `${PIN}\n`, { mode: 0o600 });
    hsm.addKey('good', PIN, { label: 'issuer-master-2', value: MASTER });
    hsm.addKey('good', PIN, { label: 'issuer-master-10', value: randomBytes(32) });
    hsm.addKey('good', PIN, { label: 'something-else', value: randomBytes(32) });
  });
  afterAll(() => hsm.close());

  const open = (token = 'good', change: object = {}) => openHsmIssuerKeys({ module: hsm.module, token, pinFile, ...change });
  const complaint = (...args: Parameters<typeof open>) => open(...args).then(() => '', (error: unknown) => (error as Error).message);

  it('answer as the same keys in files do', async () => {
    const folder = join(hsm.folder, 'files');
    await mkdir(folder, { mode: 0o700 });
    await writeFile(join(folder, 'issuer-master-2.hex'), hex(MASTER), { mode: 0o600 });
    const [inHsm, inFiles] = [await open(), await readIssuerKeyFiles(folder)];
    expect(inHsm.versions).toEqual([2, 10]);
    expect(hex(await inHsm.cryptogram(2, ID_CARTA, CHALLENGE))).toBe('5A1A62B3E58EB038');
    for (const idCarta of [ID_CARTA, '6090000000000025']) {
      const challenge = randomBytes(8);
      expect(hex(await inHsm.cryptogram(2, idCarta, challenge))).toBe(hex(await inFiles.cryptogram(2, idCarta, challenge)));
    }
    expect(hex(await inHsm.cryptogram(10, ID_CARTA, CHALLENGE))).not.toBe('5A1A62B3E58EB038');
    await expect(inHsm.cryptogram(3, ID_CARTA, CHALLENGE)).rejects.toThrow('not in the HSM');
  });

  it('answer each of many that ask at once', async () => {
    const keys = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => keys.cryptogram(2, ID_CARTA, CHALLENGE)));
    expect(new Set(answers.map(hex))).toEqual(new Set(['5A1A62B3E58EB038']));
  });

  it('answer again after the HSM forgot its sessions', async () => {
    const keys = await open();
    hsm.dropSessions('good');
    expect(hex(await keys.cryptogram(2, ID_CARTA, CHALLENGE))).toBe('5A1A62B3E58EB038');
  });

  it('offer a PIN that was refused once, and not again', async () => {
    const keys = await open();
    await writeFile(pinFile, '000000');
    hsm.dropSessions('good');
    await expect(keys.cryptogram(2, ID_CARTA, CHALLENGE)).rejects.toThrow('CKR_PIN_INCORRECT');
    await expect(keys.cryptogram(2, ID_CARTA, CHALLENGE)).rejects.toThrow('refused the PIN before');
    await writeFile(pinFile, PIN);
    expect((await open()).versions).toEqual([2, 10]);
  });

  it('are refused at the start with a sentence that says what to mend', async () => {
    const other = Buffer.alloc(32, 1);
    hsm.addKey('weak', PIN, { label: 'issuer-master-1', value: other, more: [{ type: EXTRACTABLE, value: true }] });
    for (const value of [other, MASTER]) hsm.addKey('double', PIN, { label: 'issuer-master-1', value });
    hsm.addKey('mute', PIN, { label: 'issuer-master-1', value: other, more: [{ type: SIGN, value: false }] });
    expect(await complaint('weak')).toBe('The HSM would give its key issuer-master-1 away: make it sensitive and not extractable.');
    expect(await complaint('double')).toBe('The HSM\'s token holds two keys issuer-master-1: a version is one key.');
    expect(await complaint('mute')).toBe('The HSM\'s key issuer-master-1 makes no HMAC-SHA-256 (CKR_KEY_FUNCTION_NOT_PERMITTED).');
    expect(await complaint('empty')).toBe('The HSM\'s token "empty" holds no key issuer-master-VERSION.');
    expect(await complaint('nobody')).toBe('The HSM library of ISSUER_KEYS_HSM_MODULE shows no token "nobody".');
  });

  it('are refused without their library, or a PIN that is right and nobody else’s', async () => {
    expect(await complaint('good', { module: '/nowhere/libhsm.so' })).toMatch(/^ISSUER_KEYS_HSM_MODULE names no PKCS #11 library that starts/);
    expect(await complaint('good', { pinFile: '/nowhere/pin' })).toBe('ISSUER_KEYS_HSM_PIN_FILE names a file that is not there.');
    await writeFile(pinFile, '111111');
    expect(await complaint()).toBe('The HSM\'s token "good" does not let the API in (CKR_PIN_INCORRECT).');
    await writeFile(pinFile, PIN);
    await chmod(pinFile, 0o640);
    expect(await complaint()).toMatch(/can be read by others: give it mode 0600\.$/);
    await chmod(pinFile, 0o600);
  });

  it('are chosen by the environment', async () => {
    const none = { ISSUER_KEYS_DIR: undefined, ISSUER_KEYS_HSM_MODULE: undefined, ISSUER_KEYS_HSM_TOKEN: undefined, ISSUER_KEYS_HSM_PIN_FILE: undefined };
    expect((await openIssuerKeys({ ...none, ISSUER_KEYS_HSM_MODULE: hsm.module, ISSUER_KEYS_HSM_TOKEN: 'good', ISSUER_KEYS_HSM_PIN_FILE: pinFile })).versions).toEqual([2, 10]);
  });
});
