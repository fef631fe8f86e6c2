// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIssuerKeyFiles } from './issuer-key-files';

const MASTER = '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F';
const ID_CARTA = '6090000000000017';

describe('the issuer’s keys in files', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-issuer-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 });
  const complaint = () => readIssuerKeyFiles(folder).then(() => '', (error: unknown) => (error as Error).message);

  it('are read with their versions, and answer under each card’s own key', async () => {
    await put('issuer-master-2.hex', `${MASTER}\n`);
    await put('issuer-master-10.hex', 'FF'.repeat(32));
    await put('notes.txt', 'nothing');
    const keys = await readIssuerKeyFiles(folder);
    expect(keys.versions).toEqual([2, 10]);
    // printf 0123456789ABCDEF | xxd -r -p | openssl enc -des-ede -nopad -K 65D1F1033F090A4D0ADA27971A56FB7F, whose key is derived in libs/card-io/src/issuer.
    const challenge = Buffer.from('0123456789ABCDEF', 'hex');
    expect(Buffer.from(await keys.cryptogram(2, ID_CARTA, challenge)).toString('hex').toUpperCase()).toBe('5A1A62B3E58EB038');
    await expect(keys.cryptogram(3, ID_CARTA, challenge)).rejects.toThrow('not here');
  });

  it('are refused when others may read them, or the folder', async () => {
    await put('issuer-master-1.hex', MASTER);
    await chmod(join(folder, 'issuer-master-1.hex'), 0o640);
    expect(await complaint()).toMatch(/issuer-master-1\.hex can be read by others/);
    await chmod(join(folder, 'issuer-master-1.hex'), 0o600);
    await chmod(folder, 0o750);
    expect(await complaint()).toBe('The folder named by ISSUER_KEYS_DIR is open to others: give it mode 0700.');
  });

  it('are refused when there is none, or one that is no key, and the complaint does not show it', async () => {
    expect(await complaint()).toBe('The folder named by ISSUER_KEYS_DIR holds no issuer-master-VERSION.hex.');
    await put('issuer-master-1.hex', MASTER.slice(2));
    expect(await complaint()).toMatch(/holds no key of 32 bytes in hex/);
    expect(await complaint()).not.toContain(MASTER.slice(2, 20));
  });
});
