// SPDX-License-Identifier: AGPL-3.0-or-later
import { SignedStationIdentity } from '@sportello/contracts';
import { isFingerprint } from '@sportello/seal';
import { StartRefused } from '../config/start-refused';
import { fingerprintOf, isOwnWord, StationRegister } from '../registers/stations';
import { withVault } from './with-vault';

const USAGE = 'Say "certify LINE FINGERPRINT": the station prints both with "npm run station -- --identity"; the fingerprint is read out at the counter, not copied from where the line came from.';

/** Takes a station up into the register, when what it says of itself has the fingerprint that somebody read at the counter. */
export const certify = ([line, fingerprint]: readonly string[]): Promise<void> =>
  withVault(async ({ folder, log, now, say }) => {
    if (line === undefined || fingerprint === undefined) throw new StartRefused(USAGE);
    const signed = SignedStationIdentity.safeParse(jsonIn(line));
    if (!signed.success || !isOwnWord(signed.data)) throw new StartRefused(`This is no station's own word. ${USAGE}`);
    const { identity } = signed.data;
    if (!isFingerprint(fingerprint, identity)) throw new StartRefused('The fingerprint is another one: these are not the keys of the station at that counter. Nothing was certified.');
    const stations = new StationRegister(folder);
    if (await stations.isInForce(identity)) {
      say(`${identity.name} was certified already.`);
      return;
    }
    await log.append('station-certified', { stationId: identity.stationId, fingerprint: fingerprintOf(identity) });
    await stations.certify(identity, now);
    say(`${identity.name} is certified (${fingerprintOf(identity)}).`);
  });

/** Nothing that the station signed, or would be sealed to, is believed any more: for a station that was stolen. One that is enrolled anew is simply certified anew. */
export const withdraw = ([stationId]: readonly string[]): Promise<void> =>
  withVault(async ({ folder, log, say }) => {
    const stations = new StationRegister(folder);
    if (stationId === undefined || !(await stations.isBelieved(stationId))) throw new StartRefused('Which station? "list" shows the ids of those that are certified.');
    await log.append('station-withdrawn', { stationId });
    await stations.withdraw(stationId);
    say('Withdrawn: its codes cannot be re-wrapped, nor any be given to it.');
  });

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(Buffer.from(line, 'base64url').toString('utf8'));
  } catch {
    // Not a line of a station's.
    return undefined;
  }
}
