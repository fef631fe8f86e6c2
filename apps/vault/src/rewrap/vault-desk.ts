// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Approval, type ApprovalAnswer, type ResealedBlobDocument, type RewrapRequest, type RewrapTicket, type SealedBlobMessage, SIGNATURE_PURPOSES, type VaultRefusalKind } from '@sportello/contracts';
import { isPublicKey, signDocument, thumbprint } from '@sportello/seal';
import type { KeyRing } from '../keys/key-ring';
import type { VaultLog } from '../log/vault-log';
import type { PeopleRegister } from '../registers/people';
import type { StationRegister } from '../registers/stations';
import type { Limits } from './limits';
import { type PendingRequest, type PendingRequests, REQUEST_MINUTES } from './pending-requests';
import { rewrap } from './rewrap';

export interface Refused {
  readonly refused: VaultRefusalKind;
}

export interface VaultDeskPorts {
  readonly keys: KeyRing;
  readonly stations: StationRegister;
  readonly people: PeopleRegister;
  readonly log: VaultLog;
  readonly pending: PendingRequests;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: (length: number) => Uint8Array;
}

const CHALLENGE_BYTES = 32;

/** All that the vault does: a request is checked against what the vault itself knows, two people approve it, and the blob is re-wrapped once. What it refuses is logged as well. */
export class VaultDesk {
  /** One after the other: two approvals that come at once are a first and a second. */
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: VaultDeskPorts) {}

  ask(request: RewrapRequest): Promise<RewrapTicket | Refused> {
    return this.inTurn(() => this.take(request));
  }

  approve(requestId: string, approval: Approval): Promise<ApprovalAnswer | Refused> {
    return this.inTurn(() => this.takeApproval(requestId, approval));
  }

  private async take(request: RewrapRequest): Promise<RewrapTicket | Refused> {
    const { log, pending, limits, now, newId, random } = this.ports;
    if (limits.requests.isReached(now()) || pending.isFull(now())) return this.refuse('too-many-requests', request);
    limits.requests.count(now());
    const refused = await this.refusalOf(request);
    if (refused) return this.refuse(refused, request);
    const expiresAt = new Date(now().getTime() + REQUEST_MINUTES * 60_000);
    const opened: PendingRequest = { requestId: newId(), request, challenge: Buffer.from(random(CHALLENGE_BYTES)).toString('base64url'), expiresAt, first: null };
    await log.append('rewrap-requested', { requestId: opened.requestId, ...idsOf(request) });
    pending.keep(opened);
    return { requestId: opened.requestId, challenge: opened.challenge, secondsLeft: REQUEST_MINUTES * 60 };
  }

  private async takeApproval(requestId: string, { person, mac }: Approval): Promise<ApprovalAnswer | Refused> {
    const { log, pending, people, limits, now } = this.ports;
    const found = pending.find(requestId, now());
    if (!found) return this.refuse('request-unknown', undefined, { requestId });
    const { request, challenge, first } = found;
    const about = { requestId, person };
    if (limits.isLocked(person, now())) return this.refuse('too-many-requests', request, about);
    const { caseId, intentId, controlNumber } = request.blob;
    const document = { requestId, challenge, person, caseId, intentId, controlNumber, toStationId: request.to.stationId, toKey: thumbprint(request.to.sealingKey) };
    if (!(await people.hasApproved(document, mac))) {
      limits.countWrong(person, now());
      return this.refuse('approval-refused', request, about);
    }
    if (first === person) return this.refuse('same-person', request, about);
    const head = await log.append('approved', { ...about, ...idsOf(request) });
    if (first !== null) return this.rewrapOnce(found, person);
    pending.keep({ ...found, first: person });
    return { approvals: 1, resealed: null, head };
  }

  private async rewrapOnce({ requestId, request, first }: PendingRequest, second: string): Promise<ApprovalAnswer | Refused> {
    const { keys, log, pending, limits, now } = this.ports;
    pending.drop(requestId);
    if (limits.rewraps.isReached(now())) return this.refuse('too-many-requests', request, { requestId });
    // Asked again: a station may have been withdrawn since.
    const refused = await this.refusalOf(request);
    const key = refused ? undefined : await keys.privateKeyOf(request.blob.vaultBlob.kid);
    if (key === undefined) return this.refuse(refused ?? 'key-unknown', request, { requestId });
    const blob = await rewrap(request, key);
    if (blob === 'blob-altered') return this.refuse(blob, request, { requestId });
    limits.rewraps.count(now());
    // On the disk before the blob leaves.
    const head = await log.append('rewrapped', { requestId, ...idsOf(request), first, second });
    return { approvals: 2, resealed: { blob, signature: await this.signatureOver(request, blob) }, head };
  }

  /** For the station that is to write the codes: it believes neither the API nor the database about whose they are. */
  private signatureOver({ blob: { caseId, intentId, idCarta, controlNumber }, to: { stationId } }: RewrapRequest, blob: SealedBlobMessage): Promise<string> {
    const document: ResealedBlobDocument = { caseId, intentId, idCarta, controlNumber, stationId, blob };
    return signDocument(document, { purpose: SIGNATURE_PURPOSES.resealedBlob, key: this.ports.keys.signing });
  }

  /** What the vault can say by itself, without opening anything. */
  private async refusalOf({ blob, signature, to }: RewrapRequest): Promise<VaultRefusalKind | undefined> {
    const { stations, keys } = this.ports;
    if (!isPublicKey(to.sealingKey) || !(await stations.isCertified(to))) return 'station-not-certified';
    if (!(await stations.hasSigned(blob, signature))) return 'blob-not-signed';
    const isHeld = (await keys.held()).some(({ kid }) => kid === blob.vaultBlob.kid);
    return isHeld ? undefined : 'key-unknown';
  }

  private async refuse(refused: VaultRefusalKind, request: RewrapRequest | undefined, details: Readonly<Record<string, string>> = {}): Promise<Refused> {
    await this.ports.log.append('refused', { because: refused, ...(request && idsOf(request)), ...details });
    return { refused };
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const taken = this.tail.then(work);
    this.tail = taken.catch(() => undefined);
    return taken;
  }
}

function idsOf({ blob, to }: RewrapRequest): Readonly<Record<string, string>> {
  const { caseId, intentId, controlNumber, stationId, vaultBlob } = blob;
  return { caseId, intentId, controlNumber, from: stationId, to: to.stationId, kid: vaultBlob.kid };
}
