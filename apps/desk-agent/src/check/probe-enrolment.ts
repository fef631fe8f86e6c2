// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { CannotStart } from '../config/cannot-start';
import { readPinnedStation } from '../link/pinned-station';
import { revokedSince } from '../link/revocation';
import { type Finding, notWell, well } from './finding';

/** What the station learnt when it was enrolled. Whether the server still knows it, the station says when it runs. */
export async function probeEnrolment(stationDir: string): Promise<Finding> {
  try {
    const pinned = await readPinnedStation(join(stationDir, 'station.json'));
    const revoked = await revokedSince(stationDir);
    if (pinned && revoked !== null) return notWell('enrolment', `${pinned.stationName}, ${pinned.deskName}: revoked, as the server said on ${revoked}`, 'If it is to work again, ask an administrator for an enrolment code, and enrol it in an empty STATION_DIR.');
    if (pinned) return well('enrolment', `${pinned.stationName}, ${pinned.deskName}`);
    return notWell('enrolment', `not enrolled in ${stationDir}`, 'Ask an administrator for an enrolment code, and start the station once with --enrol CODE.');
  } catch (error) {
    if (error instanceof CannotStart) return notWell('enrolment', 'cannot be read', error.message);
    throw error;
  }
}
