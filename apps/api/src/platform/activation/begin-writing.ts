// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { TransportCodesInfo, WriteCardJob } from '@sportello/contracts';
import { type Outcome, refuse } from '@sportello/domain';
import { seal } from '@sportello/seal';
import type { CaseRow } from '../database/rows/case-row';
import type { IntentRow } from '../database/rows/intent-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { Keys } from '../keys/keys';
import { decryptTransportCodes } from '../keys/transport-codes-cipher';
import type { Refusal } from '../problems/refusal';
import type { StationChoice } from '../stations/station-choice';
import { advanceCase } from './advance-case';
import { CardRegisterRepository } from './card-register.repository';
import { IntentRepository } from './intent.repository';
import { JobRepository } from './job.repository';
import { type CardAtStation, isObstacle, writingPlace } from './situation';
import { SituationRepository } from './situation.repository';
import { StationChangeRepository } from './station-change.repository';

interface Lease {
  readonly intent: IntentRow;
  readonly place: CardAtStation;
  readonly fence: number;
  readonly issuerKeyVersion: number | undefined;
}

/** printed or interrupted → writing: a new lease, whose number outruns every earlier one, and the job to write the codes; or what stands in the way. */
@Injectable()
export class BeginWriting {
  constructor(private readonly keys: Keys) {}

  /** `at`: at which station whoever began this stands. */
  async run(transaction: Transaction, doer: Doer, row: CaseRow, at: StationChoice): Promise<Outcome<CaseRow, Refusal>> {
    if (needsSupervisor(row)) return refuse({ kind: 'supervisor-needed' });
    const intent = await transaction.repository(IntentRepository).living(row.id);
    if (!intent) return refuse({ kind: 'intent-voided' });
    if (!intent.stationBlob) return refuse({ kind: 'codes-aged-out' });
    const situation = await transaction.repository(SituationRepository).of({ deskId: row.deskId, at }, row.idCarta, transaction.now);
    const place = writingPlace(row, intent.stationBlob, situation);
    if (isObstacle(place)) return refuse(place);

    const fence = row.fence + 1;
    const moved = await advanceCase(transaction, doer, row, {
      to: 'writing',
      act: 'case.writing-began',
      details: { stationId: place.station.id, fence },
      changes: { fence },
    });
    if (!moved.ok) return moved;
    const job = await this.job(transaction, row, { intent, place, fence, issuerKeyVersion: situation.issuerKey?.version });
    await transaction.repository(JobRepository).order(job, transaction.now, { fence, insertionId: place.insertionId });
    transaction.notify({ to: 'station', stationId: place.station.id });
    return moved;
  }

  private async job(transaction: Transaction, row: CaseRow, { intent, place: { station }, fence, issuerKeyVersion }: Lease): Promise<WriteCardJob> {
    const jobId = transaction.newId();
    const { stationBlob, resealSignature } = intent;
    const begunElsewhere = await transaction.repository(StationChangeRepository).writesBefore(row.id, intent.id);
    if (!stationBlob) throw new Error('an intent without its blob');
    return {
      type: 'write-card',
      jobId,
      caseId: row.id,
      stationId: station.id,
      issuedAt: transaction.now.toISOString(),
      idCarta: row.idCarta,
      intentId: intent.id,
      controlNumber: intent.controlNumber,
      nonce: intent.nonce.toString('base64url'),
      fence,
      authority:
        row.method === 'issuer-auth'
          ? { method: row.method, keyVersion: keyInUse(issuerKeyVersion) }
          : { method: row.method, transportCodes: await this.sealedTransportCodes(transaction, { jobId, idCarta: row.idCarta, stationId: station.id }, station.sealingKey) },
      ...(begunElsewhere > 0 && { begunElsewhere }),
      blob: stationBlob,
      ...(resealSignature !== null && { vaultSignature: resealSignature }),
    };
  }

  /** From the encrypted row straight into a blob that only this station opens, for this job only. */
  private async sealedTransportCodes(transaction: Transaction, ids: Omit<TransportCodesInfo, 'purpose'>, recipientPublicKey: string) {
    const encrypted = await transaction.repository(CardRegisterRepository).transportCodesOf(ids.idCarta);
    if (!encrypted) throw new Error('transport codes gone between two reads of one transaction');
    const frame = decryptTransportCodes({ key: this.keys.transportCodes, idCarta: ids.idCarta, encrypted });
    try {
      const info: TransportCodesInfo = { purpose: 'sportello-transport-codes-v1', ...ids };
      return await seal({ recipientPublicKey, info, plaintext: frame });
    } finally {
      frame.fill(0);
    }
  }
}

function keyInUse(version: number | undefined): number {
  if (version === undefined) throw new Error('an issuer key gone between two reads of one transaction');
  return version;
}

/** A write ended in a way that must not be tried again by itself: each further try could cost the card one of its few. */
export function needsSupervisor({ stoppedAt }: CaseRow): boolean {
  return stoppedAt !== null;
}
