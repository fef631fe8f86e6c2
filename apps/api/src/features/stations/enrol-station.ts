// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { EnrolmentAnswer, EnrolmentRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { isPublicKey, publicJwkOf, publicKeyOfJwk } from '@sportello/seal';
import { DeskNameRepository } from './desk-name.repository';
import type { StationRow } from '../../platform/database/rows/station-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import type { Refusal } from '../../platform/problems/refusal';
import { macOfEnrolmentCode } from '../../platform/stations/enrolment-codes';
import { StationRepository } from '../../platform/stations/station.repository';

/** A station brings its public keys and a one-time code, and gets the keys that it will trust. */
@Injectable()
export class EnrolStation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Keys,
  ) {}

  run({ code, signingKey, sealingKey }: EnrolmentRequest, sequence: number, requestId: string): Promise<Outcome<EnrolmentAnswer, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      const publicKey = publicKeyOfJwk(signingKey);
      if (publicKey === undefined || !isPublicKey(sealingKey)) return refuse({ kind: 'invalid-request', details: { fields: ['signingKey', 'sealingKey'] } });
      const stations = transaction.repository(StationRepository);
      const station = await stations.heldByCode(macOfEnrolmentCode(this.keys, code));
      if (!station || !isCodeGood(station, publicKey, transaction.now)) return refuse({ kind: 'enrolment-code-unknown' });
      await stations.enrol(station.id, { signingKey: publicKey, sealingKey }, sequence, transaction.now);
      transaction.audit({ act: 'station.enrolled', actor: { kind: 'station', stationId: station.id }, requestId, deskId: station.deskId });
      transaction.notify({ to: 'desk', deskId: station.deskId, event: { topic: 'station' } });
      return accept(await this.answer(transaction, station));
    });
  }

  private async answer(transaction: Transaction, station: StationRow): Promise<EnrolmentAnswer> {
    return {
      stationId: station.id,
      stationName: station.name,
      deskName: await transaction.repository(DeskNameRepository).nameOf(station.deskId),
      apiSigningKey: publicJwkOf(this.keys.signing.publicKey),
      apiSealingKey: this.keys.sealingPublicKey,
      vaultSealingKey: this.keys.vaultPublicKey,
      ...(this.keys.vaultIdentity && { vaultSigningKey: this.keys.vaultIdentity.signingKey }),
    };
  }
}

/** A code is good once, in its time; with the very key that used it, it is good again, because the answer may have got lost. */
function isCodeGood({ enrolmentExpiresAt, enrolmentUsedAt, signingKey }: StationRow, publicKey: string, now: Date): boolean {
  if (enrolmentExpiresAt === null || enrolmentExpiresAt < now) return false;
  return enrolmentUsedAt === null || signingKey === publicKey;
}
