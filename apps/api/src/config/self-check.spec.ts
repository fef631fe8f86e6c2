// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { demoCa } from '../testing/test-cards';
import { readSelfCheck } from './self-check';

const NOTHING = { SELF_CHECK_PORT: undefined, SELF_CHECK_HOST: '127.0.0.1', SELF_CHECK_URL: undefined, SELF_CHECK_KEY_FILE: undefined, SELF_CHECK_CERTIFICATE_FILE: undefined, SELF_CHECK_TLS: '1.3' } as const;

describe('the configuration of the self-check page', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-self-check-'));
    const { certificateDer, privateKeyDer } = await demoCa();
    await writeFile(at('certificate'), new X509Certificate(certificateDer).toString());
    await writeFile(at('key'), `-----BEGIN PRIVATE KEY-----\n${Buffer.from(privateKeyDer).toString('base64')}\n-----END PRIVATE KEY-----\n`);
    await writeFile(at('other'), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const at = (name: string): string => join(folder, name);
  const all = () => ({ ...NOTHING, SELF_CHECK_PORT: 8483, SELF_CHECK_URL: 'https://tessera.example', SELF_CHECK_KEY_FILE: at('key'), SELF_CHECK_CERTIFICATE_FILE: at('certificate') });

  it('may be left out', async () => {
    expect(await readSelfCheck(NOTHING)).toBeNull();
  });

  it('is taken as a whole', async () => {
    expect(await readSelfCheck(all())).toMatchObject({ host: '127.0.0.1', port: 8483, url: 'https://tessera.example', newestTls: 'TLSv1.3' });
    expect(await readSelfCheck({ ...all(), SELF_CHECK_TLS: '1.2' })).toMatchObject({ newestTls: 'TLSv1.2' });
  });

  it.each(['SELF_CHECK_PORT', 'SELF_CHECK_URL', 'SELF_CHECK_KEY_FILE', 'SELF_CHECK_CERTIFICATE_FILE'] as const)('refuses to start without %s, and names it', async (name) => {
    await expect(readSelfCheck({ ...all(), [name]: undefined })).rejects.toThrow(`${name} is missing`);
  });

  it('refuses files that cannot be read, and a key that is another’s', async () => {
    await expect(readSelfCheck({ ...all(), SELF_CHECK_KEY_FILE: at('nowhere') })).rejects.toThrow('SELF_CHECK_KEY_FILE names a file that cannot be read');
    await expect(readSelfCheck({ ...all(), SELF_CHECK_KEY_FILE: at('other') })).rejects.toThrow('no key and its certificate');
    await expect(readSelfCheck({ ...all(), SELF_CHECK_CERTIFICATE_FILE: at('key') })).rejects.toThrow('no key and its certificate');
  });
});
