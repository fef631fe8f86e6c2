// SPDX-License-Identifier: AGPL-3.0-or-later
import { StartRefused, readEnvironment } from '../config/environment';
import { makeDrillRecord } from '../features/training/make-drill-record';
import { TraineeRepository } from '../features/training/trainee.repository';
import { readSigningKey } from '../platform/keys/key-folder';
import { withDatabase } from './with-database';

/** Prints, signed, the drills that an operator did here: what an installation that believes this one's key records. */
export async function drillRecord(username: string | undefined): Promise<void> {
  if (username === undefined) throw new StartRefused('Whose drills? For example: drill-record bini');
  const { KEYS_DIR } = readEnvironment(['KEYS_DIR'], process.env);
  const key = await readSigningKey(KEYS_DIR);
  await withDatabase('drill-record', async (unitOfWork) => {
    const signed = await unitOfWork.run(async (transaction) => {
      const operator = await transaction.repository(TraineeRepository).named(username.trim().toLowerCase());
      if (!operator) throw new StartRefused(`There is no operator "${username}".`);
      return makeDrillRecord(transaction, { actor: { kind: 'installation' }, requestId: null }, operator, key);
    });
    process.stdout.write(`${JSON.stringify(signed)}\n`);
  });
}
