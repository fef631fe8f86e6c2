// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { SIGNATURE_PURPOSES, type SignedStationIdentity, type StationIdentity } from '@sportello/contracts';
import { fingerprint, signDocument } from '@sportello/seal';
import { CannotStart } from '../config/cannot-start';
import { readPinnedStation } from './pinned-station';
import { openStationKeys } from './station-keys';

/**
 * What the vault's administrator needs in order to certify this station: a line with its public keys, signed by itself, and the fingerprint that is read out at the
 * counter. The two go different ways, so that nobody on one of them brings in keys of their own.
 *
 * @throws CannotStart when the station is not enrolled.
 */
export async function tellIdentity(stationDir: string): Promise<{ readonly name: string; readonly fingerprint: string; readonly line: string }> {
  const pinned = await readPinnedStation(join(stationDir, 'station.json'));
  if (!pinned) throw new CannotStart('This station is not enrolled yet: start it once with ENROLMENT_CODE (or --enrol), then ask for its identity.');
  const keys = await openStationKeys(stationDir);
  const { stationId, stationName, deskName } = pinned;
  const identity: StationIdentity = { stationId, name: `${stationName}, ${deskName}`, signingKey: keys.signing.publicKey, sealingKey: keys.sealing.publicKey };
  const signed: SignedStationIdentity = { identity, signature: await signDocument(identity, { purpose: SIGNATURE_PURPOSES.stationIdentity, key: keys.signing }) };
  return { name: identity.name, fingerprint: fingerprint(identity), line: Buffer.from(JSON.stringify(signed)).toString('base64url') };
}
