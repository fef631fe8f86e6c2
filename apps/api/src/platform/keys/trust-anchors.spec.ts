// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCa } from '../../testing/test-cards';
import { readTrustAnchors } from './trust-anchors';

describe('the trust anchors', () => {
  let folder: string;
  let pem: string;

  beforeAll(async () => {
    pem = new X509Certificate(Buffer.from((await demoCa()).certificateDer)).toString();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-anchors-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are the certificates of the folder’s PEM files, one or more in each', async () => {
    await writeFile(join(folder, 'a.pem'), pem);
    await writeFile(join(folder, 'b.pem'), pem + pem);
    await writeFile(join(folder, 'README'), 'altro');
    expect(await readTrustAnchors(folder)).toMatchObject({ isTest: false, certificates: [expect.any(Uint8Array), expect.any(Uint8Array), expect.any(Uint8Array)] });
  });

  it('are a test’s as soon as one of them says so', async () => {
    await writeFile(join(folder, 'a.pem'), pem);
    await writeFile(join(folder, 'demo-ca.test.pem'), pem);
    expect((await readTrustAnchors(folder)).isTest).toBe(true);
  });

  it('are refused when there is none, or one that cannot be parsed', async () => {
    await expect(readTrustAnchors(folder)).rejects.toThrow('TRUST_ANCHORS_DIR holds no certificate');
    await expect(readTrustAnchors(join(folder, 'niente'))).rejects.toThrow('TRUST_ANCHORS_DIR names a folder that cannot be read');
    await writeFile(join(folder, 'a.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    await expect(readTrustAnchors(folder)).rejects.toThrow(/a\.pem holds a certificate that cannot be parsed/);
  });
});
