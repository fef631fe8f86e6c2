// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { ENROLMENT_KEY_ID, EnrolmentRequest } from '@sportello/contracts';
import { assertNever } from '@sportello/domain';
import { type SignatureRefusal, publicKeyOfJwk, verifyRequest } from '@sportello/seal';
import type { FastifyRequest } from 'fastify';
import { UnitOfWork } from '../database/unit-of-work';
import { Clock } from '../ports/clock';
import type { Refusal } from '../problems/refusal';
import { noteStation } from './caller';
import { StationKeyRepository } from './station-key.repository';

/** How far the station's clock may be from ours: its requests are good for this long and no longer. */
export const MOST_SKEW_SECONDS = 60;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a request is signed (RFC 9421) by an enrolled station, and new: its sequence number has to be higher than all before. */
@Injectable()
export class StationCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async check(request: FastifyRequest): Promise<Refusal | undefined> {
    const verified = await this.verify(request, (keyId) => this.keyOf(keyId));
    if (verified.kind !== 'verified') return refusalOf(verified);
    const { keyId, sequence } = verified;
    const station = await this.unitOfWork.read((transaction) => transaction.repository(StationKeyRepository).takeSequence(keyId, sequence, transaction.now));
    if (!station) return { kind: (await this.unitOfWork.read((transaction) => transaction.repository(StationKeyRepository).isRevoked(keyId))) ? 'station-revoked' : 'replayed' };
    noteStation(request, station);
    return undefined;
  }

  /** The enrolment is signed with the key that it brings: that proves the key, and the code in it proves the right to enrol. */
  async checkEnrolment(request: FastifyRequest): Promise<Refusal | undefined> {
    const body = EnrolmentRequest.safeParse(request.body);
    const key = body.success ? publicKeyOfJwk(body.data.signingKey) : undefined;
    if (key === undefined) return { kind: 'invalid-request', details: { fields: ['signingKey'] } };
    const verified = await this.verify(request, (keyId) => (keyId === ENROLMENT_KEY_ID ? key : undefined));
    return verified.kind === 'verified' ? undefined : refusalOf(verified);
  }

  private verify(request: FastifyRequest, keyOf: (keyId: string) => Promise<string | undefined> | string | undefined) {
    const { rawBody } = request as { readonly rawBody?: Buffer };
    return verifyRequest({
      method: request.method,
      // The target as it came: what the router decoded is not what was signed.
      path: request.raw.url ?? '',
      headers: request.headers,
      ...(rawBody && { body: rawBody }),
      keyOf,
      now: this.clock.now(),
      maxSkewSeconds: MOST_SKEW_SECONDS,
    });
  }

  private async keyOf(keyId: string): Promise<string | undefined> {
    if (!UUID.test(keyId)) return undefined;
    return this.unitOfWork.read((transaction) => transaction.repository(StationKeyRepository).signingKeyOf(keyId));
  }
}

function refusalOf(refusal: SignatureRefusal): Refusal {
  switch (refusal.kind) {
    case 'unknown-key':
      return { kind: 'station-unknown' };
    case 'clock-skew':
      return { kind: 'clock-skew', details: { seconds: refusal.seconds } };
    case 'missing-signature':
    case 'malformed':
    case 'bad-signature':
    case 'digest-mismatch':
      return { kind: 'signature-invalid', details: { because: refusal.kind } };
    default:
      return assertNever(refusal);
  }
}
