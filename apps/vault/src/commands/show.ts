// SPDX-License-Identifier: AGPL-3.0-or-later
import { headOf } from '../log/vault-log';
import { PeopleRegister } from '../registers/people';
import { fingerprintOf, StationRegister } from '../registers/stations';
import { withVault } from './with-vault';

/** Stations and people that the vault knows. */
export const list = (): Promise<void> =>
  withVault(async ({ folder, say }) => {
    for (const station of await new StationRegister(folder).all()) say(`station\t${station.stationId}\t${station.name}\t${station.standing}\t${fingerprintOf(station)}`);
    for (const { person, since } of await new PeopleRegister(folder).all()) say(`person\t${person}\tsince ${since}`);
  });

/** Checks the log from its first entry to its last, and prints it. The last line is the head, to compare with what the API's audit rows hold. */
export const showLog = (): Promise<void> =>
  withVault(async ({ log, say }) => {
    const entries = await log.entries();
    for (const { entry, at, act, details } of entries) say(`${entry}\t${at}\t${act}\t${JSON.stringify(details)}`);
    say(JSON.stringify(headOf(entries)));
  });
