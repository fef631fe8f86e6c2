// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type SignedVaultKey, SIGNATURE_PURPOSES, VaultIdentity, type VaultKey } from '@sportello/contracts';
import { generateSealingKeyPair, generateSigningKeyPair, publicKeyOf, readPrivateKeyFile, signDocument, type SigningKey, signingKeyOf, thumbprint, verifyDocument, writePrivateKeyFile } from '@sportello/seal';
import { StartRefused } from '../config/start-refused';
import type { VaultFolder } from '../config/vault-folder';
import { readJson, writeWhole } from '../files/whole-file';

const SEALING_FILE = /^sealing-key-(\d{1,6})\.pem$/;
const REMEDY = 'make the vault\'s keys with the command "keys"';

/** A version of the sealing key whose private half is still here. */
export interface HeldKey {
  readonly version: number;
  readonly kid: string;
  readonly file: string;
}

/** The vault's keys in their files. A private half is read when it is used, and is in no variable that outlives the use. */
export class KeyRing {
  private constructor(
    private readonly folder: VaultFolder,
    readonly signing: SigningKey,
    readonly identity: VaultIdentity,
  ) {}

  /** @throws StartRefused when keys are missing, readable by others, or not those that were published. */
  static async open(folder: VaultFolder): Promise<KeyRing> {
    const signing = signingKeyOf(await privateKeyIn(folder.signingKey));
    const identity = await readJson(folder.publicFile, VaultIdentity);
    if (!identity) throw new StartRefused(`${folder.publicFile} is missing: ${REMEDY}.`);
    const ring = new KeyRing(folder, signing, identity);
    const isOurs = identity.signingKey === signing.publicKey && isSignedBy(identity.current, signing.publicKey);
    if (!isOurs || (await ring.privateKeyOf(thumbprint(identity.current.key.sealingKey))) === undefined) {
      throw new StartRefused(`${folder.publicFile} does not belong to the keys beside it: restore the folder from a copy.`);
    }
    return ring;
  }

  /** What is missing of a vault's first keys. Answers whether anything was. */
  static async makeMissing(folder: VaultFolder, now: Date): Promise<boolean> {
    const { privateKey } = await generateSigningKeyPair();
    const signing = await writePrivateKeyFile(folder.signingKey, privateKey);
    if (signing.kind === 'key-file-exists' && (await readJson(folder.publicFile, VaultIdentity))) return false;
    // Of a folder that lost what it had published, the newest key counts again: stations never go back to an older version.
    const versions = (await readdir(folder.path)).flatMap((name) => Number(SEALING_FILE.exec(name)?.[1] ?? []));
    await addVersion(folder, Math.max(1, ...versions), now);
    return true;
  }

  /** A new version, which counts from now on. Older private halves stay until they are destroyed. */
  async rotate(now: Date): Promise<VaultKey> {
    return addVersion(this.folder, this.identity.current.key.version + 1, now);
  }

  async held(): Promise<readonly HeldKey[]> {
    const files = (await readdir(this.folder.path)).filter((name) => SEALING_FILE.test(name));
    const keys = await Promise.all(
      files.map(async (name) => {
        const file = join(this.folder.path, name);
        return { version: Number(SEALING_FILE.exec(name)?.[1]), kid: thumbprint(publicKeyOf(await privateKeyIn(file))), file };
      }),
    );
    return keys.sort((one, other) => one.version - other.version);
  }

  /** Undefined: no such key is here, or not any more. */
  async privateKeyOf(kid: string): Promise<string | undefined> {
    const key = (await this.held()).find((held) => held.kid === kid);
    return key && privateKeyIn(key.file);
  }
}

async function addVersion(folder: VaultFolder, version: number, now: Date): Promise<VaultKey> {
  const file = join(folder.path, `sealing-key-${version}.pem`);
  await writePrivateKeyFile(file, (await generateSealingKeyPair()).privateKey);
  // Whoever wrote the file, what is in it counts: a run that was cut here is taken up again.
  const key: VaultKey = { version, sealingKey: publicKeyOf(await privateKeyIn(file)), madeAt: now.toISOString() };
  const signing = signingKeyOf(await privateKeyIn(folder.signingKey));
  const signature = await signDocument(key, { purpose: SIGNATURE_PURPOSES.vaultKey, key: signing });
  const identity: VaultIdentity = { signingKey: signing.publicKey, current: { key, signature } };
  await writeWhole(folder.publicFile, `${JSON.stringify(identity, null, 2)}\n`, 0o644);
  return key;
}

function isSignedBy({ key, signature }: SignedVaultKey, publicKey: string): boolean {
  return verifyDocument(key, signature, { purpose: SIGNATURE_PURPOSES.vaultKey, publicKey });
}

async function privateKeyIn(path: string): Promise<string> {
  const read = await readPrivateKeyFile(path);
  switch (read.kind) {
    case 'private-key':
      return read.privateKey;
    case 'key-file-absent':
      throw new StartRefused(`The key file ${read.path} is missing: ${REMEDY}.`);
    case 'key-file-open-to-others':
      throw new StartRefused(`The key file ${read.path} can be read by others (mode ${read.mode}): give it mode 0600.`);
    case 'not-a-private-key':
      throw new StartRefused(`The key file ${read.path} holds no P-256 private key.`);
  }
}
