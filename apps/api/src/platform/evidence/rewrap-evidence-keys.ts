// SPDX-License-Identifier: AGPL-3.0-or-later
import type { UnitOfWork } from '../database/unit-of-work';
import type { EvidenceKeys } from '../keys/evidence-keys';
import type { Randomness } from '../ports/randomness';
import { rewrapEvidence } from './evidence-cipher';
import { EvidenceRepository } from './evidence.repository';

const BATCH = 200;

/** Wraps the keys of all files under the newest version, some at a time, so that it may be cut short and begun again. The files stay as they are. Answers how many it moved. */
export async function rewrapEvidenceKeys(unitOfWork: UnitOfWork, keys: EvidenceKeys, randomness: Randomness): Promise<number> {
  let moved = 0;
  for (let batch = BATCH; batch === BATCH; moved += batch) {
    batch = await unitOfWork.run(async (transaction) => {
      const files = transaction.repository(EvidenceRepository);
      const found = await files.underOtherVersion(keys.current, BATCH);
      for (const file of found) await files.keepWrapped(file.id, rewrapEvidence({ identity: file, sealed: file, keys, randomness }));
      if (found.length > 0) transaction.audit({ act: 'evidence.keys-rewrapped', actor: { kind: 'installation' }, requestId: null, details: { files: found.length, keyVersion: keys.current } });
      return found.length;
    });
  }
  return moved;
}
