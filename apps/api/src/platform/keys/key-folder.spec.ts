// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_PURPOSES, type VaultIdentity } from '@sportello/contracts';
import { generateSealingKeyPair, generateSigningKeyPair, signDocument, signingKeyOf } from '@sportello/seal';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemRandomness } from '../ports/randomness';
import { addAuditKey, addEvidenceKey, makeMissingKeys, readKeys, readSigningKey } from './key-folder';

describe('the folder of keys', () => {
  let root: string;
  let folder: string;
  let vaultFile: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sportello-keys-'));
    folder = join(root, 'keys');
    vaultFile = join(root, 'vault.pub');
    await writeFile(vaultFile, `${(await generateSealingKeyPair()).publicKey}\n`);
  });
  afterEach(() => rm(root, { recursive: true }));

  const make = () => makeMissingKeys(folder, new SystemRandomness());

  it('is made once, for its user alone, and what is in it never changes again', async () => {
    expect(await make()).toHaveLength(9);
    const names = await readdir(folder);
    for (const name of [...names, '.']) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    const before = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(await make()).toEqual([]);
    expect(await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).toEqual(before);
  });

  it('has versions of the evidence key: a new one is used from then on, the older ones still open', async () => {
    await make();
    const before = await readKeys(folder, vaultFile);
    expect([before.evidence.current, [...before.evidence.versions.keys()]]).toEqual([1, [1]]);
    expect(await addEvidenceKey(folder, new SystemRandomness())).toBe('evidence-2.key');
    const { evidence } = await readKeys(folder, vaultFile);
    expect(evidence.current).toBe(2);
    expect(evidence.versions.get(1)).toEqual(before.evidence.versions.get(1));
    expect(evidence.versions.get(2)).not.toEqual(evidence.versions.get(1));
    await rm(join(folder, 'evidence-1.key'));
    expect(await make()).toEqual([]);
  });

  it('has versions of the log’s key: the newest is handed over to, and the older ones are still held', async () => {
    await make();
    const before = (await readKeys(folder, vaultFile)).audit;
    expect([...before.held.keys()]).toEqual([before.newest.keyId]);
    expect([await addAuditKey(folder), await addAuditKey(folder)]).toEqual(['audit-signing-2.pem', 'audit-signing-3.pem']);
    const { audit } = await readKeys(folder, vaultFile);
    expect([audit.held.size, audit.held.has(before.newest.keyId), audit.newest.keyId === before.newest.keyId]).toEqual([3, true, false]);
    await writeFile(join(folder, 'audit-signing-3.pem'), await readFile(join(folder, 'api-signing.pem')), { mode: 0o600 });
    await expect(readKeys(folder, vaultFile)).rejects.toThrow(/audit-signing-3\.pem holds no Ed25519 private key/);
  });

  it('gives keys that are all different', async () => {
    await make();
    const keys = await readKeys(folder, vaultFile);
    const secrets = [keys.cip, keys.outerCode, keys.lookup, keys.transportCodes].map((key) => Buffer.from(key).toString('hex'));
    expect(new Set(secrets).size).toBe(4);
    expect(secrets.every((secret) => secret.length === 64)).toBe(true);
    expect(keys.signing.publicKey).not.toBe(keys.sealingPublicKey);
  });

  it('is refused while others may read a file of it, or enter it', async () => {
    await make();
    await chmod(join(folder, 'cip.key'), 0o644);
    await expect(readKeys(folder, vaultFile)).rejects.toThrow(/cip\.key can be read by others/);
    await chmod(join(folder, 'cip.key'), 0o600);
    await chmod(join(folder, 'api-signing.pem'), 0o640);
    await expect(readKeys(folder, vaultFile)).rejects.toThrow(/api-signing\.pem can be read by others/);
    await chmod(join(folder, 'api-signing.pem'), 0o600);
    await chmod(folder, 0o755);
    await expect(readKeys(folder, vaultFile)).rejects.toThrow('KEYS_DIR is open to others');
    await expect(make()).rejects.toThrow('KEYS_DIR is open to others');
  });

  it('says which key is missing or none, and how to make it', async () => {
    await expect(readKeys(folder, vaultFile)).rejects.toThrow('make the API\'s keys with the command "keys"');
    await make();
    await rm(join(folder, 'outer-code.key'));
    await expect(readKeys(folder, vaultFile)).rejects.toThrow(/outer-code\.key is missing/);
    await writeFile(join(folder, 'outer-code.key'), 'troppo corta', { mode: 0o600 });
    await expect(readKeys(folder, vaultFile)).rejects.toThrow(/outer-code\.key holds no key of 32 bytes/);
  });

  it('wants the vault’s public key', async () => {
    await make();
    await expect(readKeys(folder, join(root, 'niente'))).rejects.toThrow('VAULT_PUBLIC_KEY_FILE names a file that cannot be read');
    await writeFile(vaultFile, 'non una chiave');
    await expect(readKeys(folder, vaultFile)).rejects.toThrow('VAULT_PUBLIC_KEY_FILE names a file that holds no P-256 public key');
  });

  it('takes what the vault published of itself, and nothing in its place that the vault did not sign', async () => {
    await make();
    expect(await readKeys(folder, vaultFile)).toMatchObject({ vaultIdentity: null });
    const vault = signingKeyOf((await generateSigningKeyPair()).privateKey);
    const key = { version: 2, sealingKey: (await generateSealingKeyPair()).publicKey, madeAt: '2026-11-24T09:00:00Z' };
    const identity: VaultIdentity = { signingKey: vault.publicKey, current: { key, signature: await signDocument(key, { purpose: SIGNATURE_PURPOSES.vaultKey, key: vault }) } };
    await writeFile(vaultFile, JSON.stringify(identity));
    expect(await readKeys(folder, vaultFile)).toMatchObject({ vaultPublicKey: key.sealingKey, vaultIdentity: identity });
    const swapped = { ...key, sealingKey: (await generateSealingKeyPair()).publicKey };
    await writeFile(vaultFile, JSON.stringify({ ...identity, current: { ...identity.current, key: swapped } }));
    await expect(readKeys(folder, vaultFile)).rejects.toThrow('a file that the vault did not sign');
  });

  it('tells the vault the public half of the signing key', async () => {
    await make();
    expect((await readSigningKey(folder)).publicKey).toBe((await readKeys(folder, vaultFile)).signing.publicKey);
  });
});
