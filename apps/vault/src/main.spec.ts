// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SIGNATURE_PURPOSES, type SignedStationIdentity, SignedVaultAnswer, type VaultKeysInUse } from '@sportello/contracts';
import { generateSigningKeyPair, type JsonValue, signDocument, signingKeyOf, thumbprint, verifyDocument } from '@sportello/seal';
import { fingerprintOf, StationRegister } from './registers/stations';
import { VaultProgram } from './testing/vault-program';
import { newStation, type TestStation } from './testing/vault-world';

const DAY_MS = 24 * 60 * 60_000;

async function lineOf(station: TestStation, signer = station): Promise<readonly [line: string, fingerprint: string]> {
  const identity = { stationId: station.stationId, name: 'Postazione 1', signingKey: station.signing.publicKey, sealingKey: station.sealing.publicKey };
  const signed: SignedStationIdentity = { identity, signature: await signDocument(identity, { purpose: SIGNATURE_PURPOSES.stationIdentity, key: signingKeyOf(signer.signing.privateKey) }) };
  return [Buffer.from(JSON.stringify(signed)).toString('base64url'), fingerprintOf(identity)];
}

describe('the vault’s program', () => {
  let vault: VaultProgram;
  beforeEach(async () => {
    vault = await VaultProgram.prepare();
    await vault.run(['keys']);
  });
  afterEach(() => vault.close());

  it('makes its keys once, in a folder and files of its user’s alone', async () => {
    const before = await readFile(vault.folder.publicFile, 'utf8');
    expect((await vault.run(['keys'])).stdout).toContain('"isNew":false');
    expect(await readFile(vault.folder.publicFile, 'utf8')).toBe(before);
    for (const name of ['.', 'signing-key.pem', 'sealing-key-1.pem', 'log.ndjson']) expect((await stat(join(vault.folder.path, name))).mode & 0o077).toBe(0);
  });

  it('publishes its newest key again when what it had published is lost, and never an older one', async () => {
    await vault.run(['rotate']);
    const before = (await vault.keys()).identity.current.key;
    await rm(vault.folder.publicFile);
    expect((await vault.run(['serve'])).stderr).toContain('make the vault\'s keys with the command "keys"');
    expect((await vault.run(['keys'])).stdout).toContain('"version":2');
    expect((await vault.keys()).identity.current.key).toMatchObject({ version: 2, sealingKey: before.sealingKey });
  });

  it('does not start with a key that others may read, in an open folder, or with keys that are not those it published', async () => {
    await chmod(join(vault.folder.path, 'sealing-key-1.pem'), 0o644);
    expect(await vault.run(['serve'])).toMatchObject({ code: 1, stderr: expect.stringContaining('can be read by others (mode 0644)') as string });
    await rm(join(vault.folder.path, 'sealing-key-1.pem'));
    expect(await vault.run(['serve'])).toMatchObject({ code: 1, stderr: expect.stringContaining('does not belong to the keys beside it') as string });
    await chmod(vault.folder.path, 0o755);
    expect(await vault.run(['serve'])).toMatchObject({ code: 1, stderr: 'The folder named by VAULT_DIR may be entered by others: give it mode 0700.\n' });
  });

  it('says which variable is missing, and which command there is not', async () => {
    expect(await vault.run(['serve'], { VAULT_API_KEY_FILE: '' })).toMatchObject({ code: 1, stderr: 'The configuration is not right: VAULT_API_KEY_FILE is missing.\n' });
    expect((await vault.run(['open'])).stderr).toContain('There is no command "open"');
  });

  it('does not start on a log that was changed', async () => {
    await vault.run(['register-person', 'bini']);
    const text = await readFile(vault.folder.log, 'utf8');
    await writeFile(vault.folder.log, text.replace('bini', 'nini'));
    expect(await vault.run(['serve'])).toMatchObject({ code: 1, stderr: expect.stringContaining('The vault\'s log was changed: entry 2') as string });
  });

  it('certifies a station only with the fingerprint that was read at the counter, and only by its own word', async () => {
    const [station, other] = await Promise.all([newStation(), newStation()]);
    const [line, fingerprint] = await lineOf(station);
    expect((await vault.run(['certify', line, (await lineOf(other))[1]])).stderr).toContain('The fingerprint is another one');
    expect((await vault.run(['certify', (await lineOf(station, other))[0], fingerprint])).stderr).toContain('no station\'s own word');
    expect(await new StationRegister(vault.folder).all()).toEqual([]);
    expect((await vault.run(['certify', line, fingerprint.toLowerCase()])).stdout).toContain('Postazione 1 is certified');
    expect((await vault.run(['list'])).stdout).toContain(`${station.stationId}\tPostazione 1\tin-force`);
    await vault.run(['withdraw', station.stationId]);
    expect((await vault.run(['list'])).stdout).toContain('withdrawn');
  });

  it('prints an approval code once, and keeps only what its MACs are checked with', async () => {
    const code = (await vault.run(['register-person', 'bini'])).stdout.trim();
    expect(code).toMatch(/^([A-Z2-9]{4}-){4}[A-Z2-9]{4}$/);
    for (const name of await readdir(vault.folder.path)) expect(await readFile(join(vault.folder.path, name), 'utf8')).not.toContain(code);
    expect((await vault.run(['register-person', 'bini'])).stdout.trim()).not.toBe(code);
    expect((await vault.run(['remove-person', 'nobody'])).code).toBe(1);
  });

  describe('while it serves', () => {
    beforeEach(() => vault.serve());

    it('listens to the API that it pins, once to each request, and signs its answers', async () => {
      const body = JSON.stringify({});
      const headers = await vault.sign('/rewraps', body);
      const answer = await vault.post('/rewraps', body, headers);
      expect(answer).toMatchObject({ status: 400, body: { answer: { refused: 'invalid-request' } } });
      const { inReplyTo, answer: told, signature } = SignedVaultAnswer.parse(answer.body);
      const { signing } = await vault.keys();
      expect(verifyDocument({ inReplyTo, answer: told as JsonValue }, signature, { purpose: SIGNATURE_PURPOSES.vaultAnswer, publicKey: signing.publicKey })).toBe(true);
      expect(headers['signature-input']).toContain(inReplyTo);
      expect(await vault.post('/rewraps', body, headers)).toMatchObject({ status: 401, body: { answer: { refused: 'replayed' } } });
    });

    it('does not listen to anybody else, nor to what was changed on the way', async () => {
      const body = JSON.stringify({});
      const stranger = signingKeyOf((await generateSigningKeyPair()).privateKey);
      for (const headers of [{}, await vault.sign('/rewraps', body, stranger), await vault.sign('/rewraps', '[]'), await vault.sign('/other', body)]) {
        expect(await vault.post('/rewraps', body, headers)).toMatchObject({ status: 401, body: { answer: { refused: 'caller-unknown' } } });
      }
      expect((await vault.run(['log'])).stdout.match(/caller-unknown/g)).toHaveLength(4);
    });

    it('lets no stranger fill its log', async () => {
      for (let time = 0; time < 25; time += 1) expect((await vault.post('/rewraps', '{}', {})).status).toBe(401);
      expect((await vault.run(['log'])).stdout.match(/caller-unknown/g)).toHaveLength(20);
    });

    it('has no other route, and reads no endless body', async () => {
      for (const path of ['/', '/keys', '/rewraps/x/approvals']) {
        expect(await vault.post(path, '{}', await vault.sign(path, '{}'))).toMatchObject({ status: 400, body: { answer: { refused: 'invalid-request' } } });
      }
      expect((await vault.run(['log'])).stdout.match(/invalid-request/g)).toHaveLength(3);
      const long = JSON.stringify('x'.repeat(20_000));
      expect((await vault.post('/rewraps', long, await vault.sign('/rewraps', long))).status).toBe(400);
    });

    const onLinux = process.platform === 'linux' ? it : it.skip;
    onLinux('leaves no memory in a core dump', async () => {
      expect((await readFile(`/proc/${vault.pid}/coredump_filter`, 'utf8')).trim()).toMatch(/^0+$/);
    });
  });

  describe('when its key is changed', () => {
    const inUse = async (keys: VaultKeysInUse['keys'], wish: { readonly at?: Date; readonly key?: typeof vault.api; readonly named?: string } = {}): Promise<string> => {
      const named = wish.named ?? thumbprint((await vault.keys()).identity.current.key.sealingKey);
      const list: VaultKeysInUse = { at: (wish.at ?? new Date()).toISOString(), named, keys };
      const file = join(vault.root, 'in-use.json');
      await writeFile(file, JSON.stringify({ inUse: list, signature: await signDocument(list, { purpose: SIGNATURE_PURPOSES.vaultKeysInUse, key: wish.key ?? vault.api }) }));
      return file;
    };
    /** As if the newest key had been made two days ago: signed by the vault's own key. */
    const aged = async (): Promise<void> => {
      const { identity, signing } = await vault.keys();
      const key = { ...identity.current.key, madeAt: new Date(Date.now() - 2 * DAY_MS).toISOString() };
      const signature = await signDocument(key, { purpose: SIGNATURE_PURPOSES.vaultKey, key: signing });
      await writeFile(vault.folder.publicFile, JSON.stringify({ ...identity, current: { key, signature } }));
    };
    const versions = async (): Promise<readonly number[]> => (await (await vault.keys()).held()).map(({ version }) => version);

    it('keeps the old one for the blobs that need it, and destroys it when none does', async () => {
      const old = thumbprint((await vault.keys()).identity.current.key.sealingKey);
      expect((await vault.run(['rotate'])).stdout).toContain('Version 2 counts from now on');
      expect((await vault.keys()).identity.current.key.version).toBe(2);
      await aged();
      expect((await vault.run(['destroy-old-keys', await inUse([{ kid: old, blobs: 3 }])])).stdout).toContain('Version 1 stays: 3 cards may need it.');
      expect(await versions()).toEqual([1, 2]);
      expect((await vault.run(['destroy-old-keys', await inUse([])])).stdout).toContain('Version 1 is destroyed.');
      expect(await versions()).toEqual([2]);
      expect(await readdir(vault.folder.path)).not.toContain('sealing-key-1.pem');
      expect((await vault.run(['log'])).stdout).toContain(`key-destroyed\t{"version":1,"kid":"${old}"}`);
    });

    it('destroys nothing by a list that the API did not sign, or an old one, or within a day of the change, or while the API still names the old key', async () => {
      const named = thumbprint((await vault.keys()).identity.current.key.sealingKey);
      await vault.run(['rotate']);
      expect((await vault.run(['destroy-old-keys', await inUse([])])).stderr).toContain('younger than a day');
      await aged();
      const stranger = signingKeyOf((await generateSigningKeyPair()).privateKey);
      expect((await vault.run(['destroy-old-keys', await inUse([], { key: stranger })])).stderr).toContain('not signed by the API');
      expect((await vault.run(['destroy-old-keys', await inUse([], { at: new Date(Date.now() - 2 * DAY_MS) })])).stderr).toContain('older than a day');
      expect((await vault.run(['destroy-old-keys', await inUse([], { named })])).stderr).toContain('The API names another key than the newest');
      expect(await versions()).toEqual([1, 2]);
    });

    it('never destroys the newest', async () => {
      await aged();
      await vault.run(['destroy-old-keys', await inUse([])]);
      expect(await versions()).toEqual([1]);
    });
  });
});
