// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateSealingKeyPair, generateSigningKeyPair, publicKeyOf, readPrivateKeyFile, type SigningKey, signingKeyOf, writePrivateKeyFile } from '@sportello/seal';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../../config/environment';
import type { Randomness } from '../ports/randomness';
import { type AuditKeys, makeFirstAuditKey, makeNextAuditKey, readAuditKeys } from './audit-keys';
import { type EvidenceKeys, makeFirstEvidenceKey, makeNextEvidenceKey, readEvidenceKeys } from './evidence-keys';
import type { Keys } from './keys';
import { refuseOpenFolder } from './open-folder';
import { readSecretKeyFile, writeSecretKeyFile } from './secret-key-file';
import { readVaultFile } from './vault-file';

const FILES = {
  signing: 'api-signing.pem',
  sealing: 'api-sealing.pem',
  cip: 'cip.key',
  outerCode: 'outer-code.key',
  lookup: 'lookup.key',
  transportCodes: 'transport-codes.key',
  secondFactors: 'second-factors.key',
} as const;

const REMEDY = `: make the API's keys with the command "keys"`;
const SECRET_FILES = [FILES.cip, FILES.outerCode, FILES.lookup, FILES.transportCodes, FILES.secondFactors];

/** Makes the key files that are not there yet, and touches no other. Answers the names of the new ones. */
export async function makeMissingKeys(folder: string, randomness: Randomness): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  const made: string[] = [];
  for (const [name, pair] of [[FILES.signing, await generateSigningKeyPair()], [FILES.sealing, await generateSealingKeyPair()]] as const) {
    const written = await writePrivateKeyFile(join(folder, name), pair.privateKey);
    if (written.kind === 'written') made.push(name);
  }
  for (const name of SECRET_FILES) {
    if (await writeSecretKeyFile(join(folder, name), randomness)) made.push(name);
  }
  const evidence = await makeFirstEvidenceKey(folder, randomness);
  if (evidence !== undefined) made.push(evidence);
  const audit = await makeFirstAuditKey(folder);
  if (audit !== undefined) made.push(audit);
  return made;
}

/**
 * The keys of the folder.
 *
 * @throws StartRefused when one is missing, unreadable, or readable by others.
 */
export async function readKeys(folder: string, vaultPublicKeyFile: string): Promise<Keys> {
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  const [signing, sealing] = await Promise.all([privateKeyIn(folder, FILES.signing), privateKeyIn(folder, FILES.sealing)]);
  const [cip, outerCode, lookup, transportCodes, secondFactors, evidence, audit] = await Promise.all([
    readSecretKeyFile(join(folder, FILES.cip)),
    readSecretKeyFile(join(folder, FILES.outerCode)),
    readSecretKeyFile(join(folder, FILES.lookup)),
    readSecretKeyFile(join(folder, FILES.transportCodes)),
    readSecretKeyFile(join(folder, FILES.secondFactors)),
    readEvidenceKeys(folder),
    readAuditKeys(folder),
  ]);
  return {
    signing: signingKeyOf(signing),
    sealingPrivateKey: sealing,
    sealingPublicKey: publicKeyOf(sealing),
    cip,
    outerCode,
    lookup,
    transportCodes,
    secondFactors,
    evidence,
    audit,
    ...(await readVaultFile(vaultPublicKeyFile)),
  };
}

/** The two keys of the folder that the command line needs to set an installation up. */
export async function readSetUpKeys(folder: string): Promise<Pick<Keys, 'lookup' | 'transportCodes'>> {
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  const [lookup, transportCodes] = await Promise.all([readSecretKeyFile(join(folder, FILES.lookup)), readSecretKeyFile(join(folder, FILES.transportCodes))]);
  return { lookup, transportCodes };
}

/** The keys that wrap those of files, for the command line. */
export async function readFolderOfEvidenceKeys(folder: string): Promise<EvidenceKeys> {
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  return readEvidenceKeys(folder);
}

/** A new version of them. @throws StartRefused */
export async function addEvidenceKey(folder: string, randomness: Randomness): Promise<string> {
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  const made = await makeNextEvidenceKey(folder, randomness);
  if (made === undefined) throw new StartRefused('Another command has just made a version of the evidence key: look at what is in KEYS_DIR.');
  return made;
}

/** The keys that seal the log, for the command line. */
export async function readFolderOfAuditKeys(folder: string): Promise<AuditKeys> {
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  return readAuditKeys(folder);
}

/** A new version of them. @throws StartRefused */
export async function addAuditKey(folder: string): Promise<string> {
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  const made = await makeNextAuditKey(folder);
  if (made === undefined) throw new StartRefused('Another command has just made a version of the log’s key: look at what is in KEYS_DIR.');
  return made;
}

/** The key by which stations and vault know the API. */
export async function readSigningKey(folder: string): Promise<SigningKey> {
  await refuseOpenFolder(folder, 'KEYS_DIR', REMEDY);
  return signingKeyOf(await privateKeyIn(folder, FILES.signing));
}

async function privateKeyIn(folder: string, name: string): Promise<string> {
  const read = await readPrivateKeyFile(join(folder, name));
  switch (read.kind) {
    case 'private-key':
      return read.privateKey;
    case 'key-file-absent':
      throw new StartRefused(`The key file ${read.path} is missing: make the API's keys with the command "keys".`);
    case 'key-file-open-to-others':
      throw new StartRefused(`The key file ${read.path} can be read by others (mode ${read.mode}): give it mode 0600.`);
    case 'not-a-private-key':
      throw new StartRefused(`The key file ${read.path} holds no P-256 private key.`);
  }
}
