// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, writeFile } from 'node:fs/promises';
import { makeMissingKeys } from '../platform/keys/key-folder';
import { SystemRandomness } from '../platform/ports/randomness';
import { EnvelopedFiles, withoutOpenssl } from '../testing/enveloped-files';
import { type TestDatabase, freshDatabase } from '../testing/fresh-database';
import { importTransportCodes } from './import-transport-codes';

const [PIN, PUK] = ['72727', '81818181'];
const CARDS = `id_carta,pin,puk\n6090000000880017,${PIN},${PUK}\n`;

(withoutOpenssl === undefined ? describe : describe.skip)(`the command "import-transport-codes"${withoutOpenssl ? ` (${withoutOpenssl})` : ''}`, () => {
  let files: EnvelopedFiles;
  let database: TestDatabase;
  const environment = { ...process.env };

  beforeAll(async () => {
    [files, database] = await Promise.all([EnvelopedFiles.start(), freshDatabase()]);
    const KEYS_DIR = files.path('keys');
    await makeMissingKeys(KEYS_DIR, new SystemRandomness());
    Object.assign(process.env, { KEYS_DIR, DATABASE_URL: database.url, INSTALLATION_KIND: 'rehearsal', LOG_LEVEL: 'error' });
  });
  beforeEach(() => {
    process.env.TRANSPORT_FILE_KEY_FILE = files.path('receiver.key');
  });
  afterAll(async () => {
    process.env = environment;
    await Promise.all([files.close(), database.drop()]);
  });

  const put = async (text: string): Promise<string> => {
    const path = files.path('codes.cms');
    await writeFile(path, await files.encrypt(text));
    return path;
  };
  const kept = async () => (await database.query<{ id_carta: string }>('select id_carta from transport_codes')).map(({ id_carta: idCarta }) => idCarta);
  const complaint = (...args: readonly string[]) => importTransportCodes(args).then(() => '', (error: unknown) => (error as Error).message);

  it('takes the manufacturer’s file in, once, and only when it is not asked to judge alone', async () => {
    const path = await put(CARDS);
    await importTransportCodes([path, '--dry-run']);
    expect(await kept()).toEqual([]);
    await importTransportCodes([path]);
    await importTransportCodes(['--dry-run', path]);
    await importTransportCodes([path]);
    expect(await kept()).toEqual(['6090000000880017']);
  });

  it('says which lines are wrong and how, and never what stands there', async () => {
    const said = await complaint(await put(`${CARDS}6090000000880025,${PIN}x,${PUK}1\n6090000000880017,${PIN},99999999\nnonsense-${PUK}\n6090000000880017,${PUK},${PUK}`));
    expect(said).toMatch(
      /^Nothing was imported from .*: \n {2}line 3: the PIN is not 5 to 8 digits\n {2}line 3: the PUK is not 8 digits\n {2}line 4: the card stands on an earlier line too\n {2}line 5: is not id_carta,pin,puk\n {2}line 6: the card stands on an earlier line too$/,
    );
    for (const secret of [PIN, PUK, '99999999', '609000']) expect(said).not.toContain(secret);
    const many = Array.from({ length: 60 }, (_, index) => `x${index}`).join('\n');
    expect(await complaint(await put(many))).toMatch(/line 50: is not id_carta,pin,puk\n {2}and 10 more$/);
    expect(await complaint(await put('id_carta,pin,puk\n'))).toMatch(/: it holds no card\.$/);
  });

  it('wants one file, that is there, and for its key', async () => {
    const path = await put(CARDS);
    expect(await complaint()).toMatch(/^Which file\?/);
    expect(await complaint(path, path)).toMatch(/^Which file\?/);
    expect(await complaint(files.path('niente'))).toMatch(/cannot be read\.$/);
    expect(await complaint(files.path('clear.csv'))).toMatch(/is no CMS EnvelopedData \(RFC 5652\), in DER or PEM\.$/);
    process.env.TRANSPORT_FILE_KEY_FILE = files.path('another.key');
    expect(await complaint(path)).toMatch(/was not encrypted for the key in TRANSPORT_FILE_KEY_FILE, or was altered\.$/);
  });

  it('wants an RSA key that nobody else reads', async () => {
    const path = await put(CARDS);
    const keyFile = files.path('other.key');
    process.env.TRANSPORT_FILE_KEY_FILE = keyFile;
    expect(await complaint(path)).toBe('TRANSPORT_FILE_KEY_FILE names a file that is not there.');
    for (const args of [['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024']]) {
      await writeFile(keyFile, files.openssl('genpkey', ...args), { mode: 0o600 });
      expect(await complaint(path)).toMatch(/holds no RSA private key of 2048 bits or more \(PKCS #8, PEM\)\.$/);
    }
    await chmod(keyFile, 0o640);
    expect(await complaint(path)).toMatch(/can be read by others: give it mode 0600\.$/);
    delete process.env.TRANSPORT_FILE_KEY_FILE;
    expect(await complaint(path)).toBe('The configuration is not right: TRANSPORT_FILE_KEY_FILE is missing.');
  });
});
