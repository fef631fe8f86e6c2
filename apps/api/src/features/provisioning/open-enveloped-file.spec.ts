// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EnvelopedFiles, withoutOpenssl } from '../../testing/enveloped-files';
import { openEnvelopedFile } from './open-enveloped-file';

const TEXT = 'id_carta,pin,puk\n6090000000880017,12345,12345678\n';

(withoutOpenssl === undefined ? describe : describe.skip)(`a file that openssl encrypted${withoutOpenssl ? ` (${withoutOpenssl})` : ''}`, () => {
  let files: EnvelopedFiles;

  beforeAll(async () => {
    files = await EnvelopedFiles.start();
  });
  afterAll(() => files.close());

  const keyOf = async (name: string) => createPrivateKey(await readFile(files.path(`${name}.key`)));
  const open = async (file: Buffer, name = 'receiver') => {
    const opened = openEnvelopedFile(file, await keyOf(name));
    return opened.ok ? opened.value.toString() : opened.refusal.kind;
  };
  const receiver = () => files.path('receiver.pem');

  it.each([
    ['in DER', () => ['-outform', 'DER', receiver()]],
    ['in PEM', () => ['-outform', 'PEM', receiver()]],
    ['by a program that streams', () => ['-outform', 'DER', '-stream', receiver()]],
    ['with AES-128', () => ['-aes128', '-outform', 'DER', receiver()]],
    ['with AES-192', () => ['-aes192', '-outform', 'DER', receiver()]],
    ['with its key under OAEP', () => ['-outform', 'DER', '-recip', receiver(), '-keyopt', 'rsa_padding_mode:oaep']],
    ['with its key under OAEP with SHA-256', () => ['-outform', 'DER', '-recip', receiver(), '-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256']],
    ['for several, of whom we are the second', () => ['-outform', 'DER', files.path('another.pem'), receiver()]],
    ['named by a key identifier', () => ['-outform', 'DER', '-keyid', receiver()]],
  ])('%s is opened', async (_how, args) => {
    expect(await open(await files.encrypt(TEXT, args()))).toBe(TEXT);
  });

  it('is opened whole when it is long', async () => {
    const long = TEXT.repeat(20_000);
    expect(await open(await files.encrypt(long, ['-outform', 'DER', '-stream', receiver()]))).toBe(long);
  });

  it('for somebody else is refused', async () => {
    expect(await open(await files.encrypt(TEXT), 'another')).toBe('not-for-this-key');
    expect(await open(await files.encrypt(TEXT, ['-outform', 'DER', '-recip', receiver(), '-keyopt', 'rsa_padding_mode:oaep']), 'another')).toBe('not-for-this-key');
  });

  it('whose last byte was altered never comes back as it was', async () => {
    const file = await files.encrypt(TEXT);
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
    expect(await open(file)).not.toBe(TEXT);
  });

  it('is refused when it is of another kind, or no CMS at all', async () => {
    expect(await open(await files.encrypt(TEXT, ['-aes-256-gcm', '-outform', 'DER', receiver()]))).toBe('not-enveloped-data');
    expect(await open(files.openssl('cms', '-encrypt', '-binary', '-des3', '-in', files.path('clear.csv'), '-outform', 'DER', receiver()))).toBe('cipher-not-supported');
    expect(await open(await readFile(receiver()))).toBe('not-enveloped-data');
    expect(await open(Buffer.from(TEXT))).toBe('not-enveloped-data');
    expect(await open(Buffer.alloc(0))).toBe('not-enveloped-data');
  });
});
