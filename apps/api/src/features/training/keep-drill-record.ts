// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type DrillRecord, SIGNATURE_PURPOSES, type SignedDrillRecord } from '@sportello/contracts';
import { type Outcome, accept, isInTraining, refuse } from '@sportello/domain';
import { canonicalJson, thumbprint, verifyDocument } from '@sportello/seal';
import { createHash } from 'node:crypto';
import { Settings } from '../../config/settings';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { DrillRecordRepository } from './drill-record.repository';
import { isSubject } from './drill-subject';
import { TraineeRepository } from './trainee.repository';
import type { TraineeUseCase } from './trainee-acts';

/** A rehearsal's record of drills counts here: it is signed by a key that this installation was given, and names this very person. Kept again it stays kept. */
@Injectable()
export class KeepDrillRecord implements TraineeUseCase<SignedDrillRecord> {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, operatorId: string, { record, signature }: SignedDrillRecord): Promise<Outcome<SubjectDone, Refusal>> {
    const { operator, desk } = act.caller;
    const trainee = await transaction.repository(TraineeRepository).heldOfBody(operatorId, desk.bodyId);
    if (!trainee) return refuse({ kind: 'not-found' });
    if (trainee.id === operator.id) return refuse({ kind: 'own-training' });
    if (!isInTraining(trainee)) return refuse({ kind: 'not-in-training' });
    const publicKey = this.signerOf(record, signature);
    if (publicKey === undefined) return refuse({ kind: 'drill-record-untrusted' });
    if (!isSubject(record.subject, trainee)) return refuse({ kind: 'drill-record-of-another' });
    const [id, keyId] = [transaction.newId(), thumbprint(publicKey)];
    const documentHash = createHash('sha256').update(canonicalJson(record)).digest();
    const isNew = await transaction.repository(DrillRecordRepository).keep({ id, operatorId, documentHash, keyId, drills: record.drills, madeAt: record.madeAt, recordedBy: operator.id, recordedAt: transaction.now });
    if (isNew) {
      const details = { operatorId, recordId: id, keyId, drills: record.drills.map(({ drill }) => drill), madeAt: record.madeAt };
      transaction.audit({ act: 'training.record-kept', actor: act.actor, requestId: act.requestId, deskId: trainee.deskId, subject: { kind: 'operator', id: operatorId }, details });
      transaction.notify({ to: 'desk', deskId: trainee.deskId, event: { topic: 'training' } });
    }
    return accept({ subjectId: operatorId });
  }

  private signerOf(record: DrillRecord, signature: string): string | undefined {
    return this.settings.trainingKeys.find((publicKey) => verifyDocument(record, signature, { purpose: SIGNATURE_PURPOSES.drillRecord, publicKey }));
  }
}
