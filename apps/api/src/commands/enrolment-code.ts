// SPDX-License-Identifier: AGPL-3.0-or-later
import { StartRefused, readEnvironment } from '../config/environment';
import { ProvisioningRepository } from '../features/provisioning/provisioning.repository';
import { readSetUpKeys } from '../platform/keys/key-folder';
import { SystemRandomness } from '../platform/ports/randomness';
import { EnrolmentCodes } from '../platform/stations/enrolment-codes';
import { makeEnrolmentCode } from '../platform/stations/make-enrolment-code';
import { withDatabase } from './with-database';

/** Makes a one-time code for a station and prints it, on a line of its own. */
export async function enrolmentCode(called: string | undefined): Promise<void> {
  if (called === undefined) throw new StartRefused('For which station? For example: enrolment-code "MS-2/Postazione 1"');
  const { KEYS_DIR } = readEnvironment(['KEYS_DIR'], process.env);
  const keys = await readSetUpKeys(KEYS_DIR);
  const code = new EnrolmentCodes(new SystemRandomness()).draw();
  await withDatabase('enrolment-code', async (unitOfWork) => {
    await unitOfWork.run(async (transaction) => {
      const station = await transaction.repository(ProvisioningRepository).stationCalled(called);
      if (!station) throw new StartRefused(`There is no station "${called}": name it as DESK/STATION, or by its id.`);
      await makeEnrolmentCode(transaction, { actor: { kind: 'installation' }, requestId: null }, { keys, code, stationId: station.id });
    });
  });
  process.stdout.write(`${code}\n`);
}
