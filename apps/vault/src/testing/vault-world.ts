// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Approval, type ApprovalDocument, approvalText, bareApprovalCode, type CodesInfo, type RewrapRequest, type RewrapTicket, SIGNATURE_PURPOSES, type VaultBlobDocument } from '@sportello/contracts';
import { frameCodes, generateSealingKeyPair, generateSigningKeyPair, type P256KeyPair, seal, signDocument, signingKeyOf, thumbprint } from '@sportello/seal';
import { openVaultFolder, type VaultFolder } from '../config/vault-folder';
import { KeyRing } from '../keys/key-ring';
import { VaultLog } from '../log/vault-log';
import { drawApprovalCode, PeopleRegister } from '../registers/people';
import { StationRegister } from '../registers/stations';
import { Limits } from '../rewrap/limits';
import { PendingRequests } from '../rewrap/pending-requests';
import { VaultDesk } from '../rewrap/vault-desk';

/** A station with keys of its own. */
export interface TestStation {
  readonly stationId: string;
  readonly signing: P256KeyPair;
  readonly sealing: P256KeyPair;
}

export const CODES = { pin: '40718', puk: '58302946' } as const;

export async function newStation(stationId: string = randomUUID()): Promise<TestStation> {
  const [signing, sealing] = await Promise.all([generateSigningKeyPair(), generateSealingKeyPair()]);
  return { stationId, signing, sealing };
}

/** What a person's page does with their code. */
export function approvalBy(document: ApprovalDocument, code: string): Approval {
  const key = createHash('sha256').update(bareApprovalCode(code)).digest();
  return { person: document.person, mac: createHmac('sha256', key).update(approvalText(document)).digest('base64url') };
}

export function documentOf({ blob, to }: RewrapRequest, { requestId, challenge }: RewrapTicket, person: string): ApprovalDocument {
  const { caseId, intentId, controlNumber } = blob;
  return { requestId, challenge, person, caseId, intentId, controlNumber, toStationId: to.stationId, toKey: thumbprint(to.sealingKey) };
}

/** A vault in a folder of its own, with two stations that it certified and two people whom it knows. The clock stands until a test moves it. */
export class VaultWorld {
  instant = new Date('2026-11-24T09:00:00Z');
  readonly codes: Readonly<Record<'bini' | 'sarti', string>> = { bini: drawApprovalCode(randomBytes), sarti: drawApprovalCode(randomBytes) };

  private constructor(
    readonly folder: VaultFolder,
    readonly keys: KeyRing,
    readonly lost: TestStation,
    readonly there: TestStation,
  ) {}

  static async open(): Promise<VaultWorld> {
    const folder = await openVaultFolder(await mkdtemp(join(tmpdir(), 'vault-')));
    await KeyRing.makeMissing(folder, new Date('2026-11-01T09:00:00Z'));
    const world = new VaultWorld(folder, await KeyRing.open(folder), await newStation(), await newStation());
    for (const station of [world.lost, world.there]) await world.certify(station);
    for (const person of ['bini', 'sarti'] as const) await world.people.register(person, world.codes[person], world.instant);
    return world;
  }

  readonly now = (): Date => this.instant;

  get stations(): StationRegister {
    return new StationRegister(this.folder);
  }

  get people(): PeopleRegister {
    return new PeopleRegister(this.folder);
  }

  get log(): VaultLog {
    return new VaultLog(this.folder, this.now);
  }

  desk(rewrapsPerDay = 20): VaultDesk {
    const { keys, stations, people, log, now } = this;
    return new VaultDesk({ keys, stations, people, log, now, pending: new PendingRequests(), limits: new Limits(rewrapsPerDay, []), newId: randomUUID, random: (length) => randomBytes(length) });
  }

  certify({ stationId, signing, sealing }: TestStation): Promise<void> {
    return this.stations.certify({ stationId, name: 'Postazione', signingKey: signing.publicKey, sealingKey: sealing.publicKey }, this.instant);
  }

  /** A blob as a station seals and signs it for the vault. */
  async request(wish: { readonly from?: TestStation; readonly to?: TestStation; readonly idCarta?: string; readonly controlNumber?: string; readonly sealedTo?: string } = {}): Promise<RewrapRequest> {
    const { from = this.lost, to = this.there, idCarta = '6090000000000018', controlNumber = '000419' } = wish;
    const ids = { caseId: randomUUID(), intentId: randomUUID(), idCarta, controlNumber, stationId: from.stationId };
    const info: CodesInfo = { purpose: 'sportello-codes-v1', recipient: 'vault', ...ids };
    const plaintext = frameCodes({ pin: Buffer.from(CODES.pin), puk: Buffer.from(CODES.puk) });
    const vaultBlob = await seal({ recipientPublicKey: wish.sealedTo ?? this.keys.identity.current.key.sealingKey, info, plaintext });
    const blob: VaultBlobDocument = { ...ids, vaultBlob };
    return { blob, signature: await signedBy(from, blob), to: { stationId: to.stationId, sealingKey: to.sealing.publicKey } };
  }

  close(): Promise<void> {
    return rm(this.folder.path, { recursive: true });
  }
}

export function signedBy(station: TestStation, blob: VaultBlobDocument): Promise<string> {
  return signDocument(blob, { purpose: SIGNATURE_PURPOSES.vaultBlob, key: signingKeyOf(station.signing.privateKey) });
}
