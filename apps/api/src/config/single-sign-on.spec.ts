// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIdentityProvider } from './single-sign-on';

const NOTHING = { PUBLIC_ORIGIN: 'https://sportello.example', OIDC_ISSUER: undefined, OIDC_CLIENT_ID: undefined, OIDC_CLIENT_SECRET_FILE: undefined, OIDC_CLIENT_KEY_FILE: undefined, OIDC_NAME: undefined };

describe('the configuration of single sign-on', () => {
  let folder: string;
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-oidc-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('may be left out as a whole', async () => {
    expect((await openIdentityProvider(NOTHING)).isThere).toBe(false);
  });

  it('takes a secret, or a private key of RSA or P-256, and asks nobody yet', async () => {
    const keys = [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('rsa', { modulusLength: 2048 })].map(({ privateKey }) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const provider = { ...NOTHING, OIDC_ISSUER: 'https://accesso.example', OIDC_CLIENT_ID: 'sportello' };
    for (const told of [{ OIDC_CLIENT_SECRET_FILE: await file('secret', 'parola\n') }, ...(await Promise.all(keys.map(async (pem, index) => ({ OIDC_CLIENT_KEY_FILE: await file(`key-${index}`, pem) }))))]) {
      expect(await openIdentityProvider({ ...provider, ...told })).toMatchObject({ isThere: true, host: 'accesso.example', name: null });
    }
  });

  it.each([
    [{ OIDC_ISSUER: 'https://accesso.example' }, /needs OIDC_ISSUER, OIDC_CLIENT_ID and one of/],
    [{ OIDC_NAME: 'SPID' }, /needs OIDC_ISSUER/],
    [{ OIDC_ISSUER: 'https://accesso.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET_FILE: '/a', OIDC_CLIENT_KEY_FILE: '/b' }, /one of OIDC_CLIENT_SECRET_FILE and OIDC_CLIENT_KEY_FILE/],
    [{ OIDC_ISSUER: 'https://accesso.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET_FILE: '/nessun/file' }, /^OIDC_CLIENT_SECRET_FILE names a file that cannot be read\.$/],
  ])('told in part, or with a file that is not there, keeps the program from starting: %j', async (told, sentence) => {
    await expect(openIdentityProvider({ ...NOTHING, ...told })).rejects.toThrow(sentence);
  });

  it('never shows what a file holds', async () => {
    const told = { ...NOTHING, OIDC_ISSUER: 'https://accesso.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_KEY_FILE: await file('broken', 'parola segreta') };
    await expect(openIdentityProvider(told)).rejects.toThrow(/^OIDC_CLIENT_KEY_FILE names a file without a private key/);
  });
});
