// SPDX-License-Identifier: AGPL-3.0-or-later
import { type SignedStationIdentity, SIGNATURE_PURPOSES, StationIdentity, type VaultBlobDocument } from '@sportello/contracts';
import { fingerprint, isPublicKey, verifyDocument } from '@sportello/seal';
import * as z from 'zod';
import type { VaultFolder } from '../config/vault-folder';
import { withLock } from '../files/lock';
import { readJson, writeWhole } from '../files/whole-file';

const CertifiedStation = StationIdentity.extend({
  certifiedAt: z.iso.datetime(),
  /** `replaced`: a later enrolment took its place; what it signed is still believed. `withdrawn`: nothing of it is believed any more. */
  standing: z.enum(['in-force', 'replaced', 'withdrawn']),
});
export type CertifiedStation = z.infer<typeof CertifiedStation>;

/** As the station prints it of itself. */
export function fingerprintOf({ stationId, name, signingKey, sealingKey }: StationIdentity): string {
  return fingerprint({ stationId, name, signingKey, sealingKey });
}

/** Whether the station itself says so: it has the signing key that it names, and both are keys. */
export function isOwnWord({ identity, signature }: SignedStationIdentity): boolean {
  return isPublicKey(identity.sealingKey) && verifyDocument(identity, signature, { purpose: SIGNATURE_PURPOSES.stationIdentity, publicKey: identity.signingKey });
}

/** The stations that the vault knows, by its own administrator's hand and nobody else's. Read anew for each question: a withdrawal counts at once. */
export class StationRegister {
  constructor(private readonly folder: Pick<VaultFolder, 'stations' | 'lock'>) {}

  async all(): Promise<readonly CertifiedStation[]> {
    return (await readJson(this.folder.stations, z.array(CertifiedStation))) ?? [];
  }

  /** Whether codes may be sealed to this key of this station now. */
  async isCertified({ stationId, sealingKey }: Pick<StationIdentity, 'stationId' | 'sealingKey'>): Promise<boolean> {
    return (await this.all()).some((station) => station.standing === 'in-force' && station.stationId === stationId && station.sealingKey === sealingKey);
  }

  /** Whether a station of ours, now or then, sealed this very blob for this case, intent, card and sheet. */
  async hasSigned(blob: VaultBlobDocument, signature: string): Promise<boolean> {
    const known = (await this.all()).filter(({ stationId, standing }) => stationId === blob.stationId && standing !== 'withdrawn');
    return known.some(({ signingKey }) => verifyDocument(blob, signature, { purpose: SIGNATURE_PURPOSES.vaultBlob, publicKey: signingKey }));
  }

  /** Whether there is nothing to certify. */
  async isInForce({ signingKey, sealingKey }: StationIdentity): Promise<boolean> {
    return (await this.all()).some((station) => station.standing === 'in-force' && station.signingKey === signingKey && station.sealingKey === sealingKey);
  }

  /** Whether there is anything to withdraw. */
  async isBelieved(stationId: string): Promise<boolean> {
    return (await this.all()).some((station) => station.stationId === stationId && station.standing !== 'withdrawn');
  }

  /** An earlier enrolment of the same station is replaced. */
  certify({ stationId, name, signingKey, sealingKey }: StationIdentity, now: Date): Promise<void> {
    return this.change((stations) => {
      const others = stations.map((station) => (station.stationId === stationId && station.standing === 'in-force' ? { ...station, standing: 'replaced' as const } : station));
      return [...others, { stationId, name, signingKey, sealingKey, certifiedAt: now.toISOString(), standing: 'in-force' }];
    });
  }

  withdraw(stationId: string): Promise<void> {
    return this.change((stations) => stations.map((station) => (station.stationId === stationId ? { ...station, standing: 'withdrawn' } : station)));
  }

  private change(next: (stations: readonly CertifiedStation[]) => readonly CertifiedStation[]): Promise<void> {
    return withLock(this.folder.lock, async () => writeWhole(this.folder.stations, `${JSON.stringify(next(await this.all()), null, 2)}\n`));
  }
}
