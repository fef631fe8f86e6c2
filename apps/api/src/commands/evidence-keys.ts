// SPDX-License-Identifier: AGPL-3.0-or-later
import { StartRefused, readEnvironment } from '../config/environment';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { EvidenceRepository } from '../platform/evidence/evidence.repository';
import { rewrapEvidenceKeys } from '../platform/evidence/rewrap-evidence-keys';
import type { EvidenceKeys } from '../platform/keys/evidence-keys';
import { addEvidenceKey, readFolderOfEvidenceKeys } from '../platform/keys/key-folder';
import { Log } from '../platform/logging/log';
import { SystemRandomness } from '../platform/ports/randomness';
import { withDatabase } from './with-database';

const USAGE = 'Say "evidence-keys list", "evidence-keys add" for a new version, or "evidence-keys rewrap" once every copy of the API has it.';

/** The versions of the key that wraps the keys of files: which are needed, a new one, and everything moved to the newest. */
export async function evidenceKeys([verb]: readonly string[]): Promise<void> {
  const { KEYS_DIR, LOG_LEVEL } = readEnvironment(['KEYS_DIR', 'LOG_LEVEL'], process.env);
  if (verb === 'add') {
    new Log(LOG_LEVEL).info('evidence key added', { made: await addEvidenceKey(KEYS_DIR, new SystemRandomness()) });
    return;
  }
  if (verb !== 'list' && verb !== 'rewrap') throw new StartRefused(USAGE);
  const keys = await readFolderOfEvidenceKeys(KEYS_DIR);
  await withDatabase(`evidence-keys ${verb}`, async (unitOfWork, log) => {
    if (verb === 'rewrap') log.info('evidence keys rewrapped', { files: await rewrapEvidenceKeys(unitOfWork, keys, new SystemRandomness()), keyVersion: keys.current });
    await list(unitOfWork, keys);
  });
}

/** A version without files may be destroyed, unless it is the newest. */
async function list(unitOfWork: UnitOfWork, { current, versions }: EvidenceKeys): Promise<void> {
  const inUse = await unitOfWork.read((transaction) => transaction.repository(EvidenceRepository).keyVersions());
  const known = [...new Set([...versions.keys(), ...inUse.map(({ version }) => version)])].sort((one, other) => one - other);
  for (const version of known) {
    const files = inUse.find((each) => each.version === version)?.files ?? 0;
    const place = versions.has(version) ? (version === current ? 'in use' : 'old') : 'MISSING';
    process.stdout.write(`${version}\t${place}\t${files} files\n`);
  }
}
