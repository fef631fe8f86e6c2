// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DrillRecord, SIGNATURE_PURPOSES, type SignedDrillRecord } from '@sportello/contracts';
import { drillsDone } from '@sportello/domain';
import { type SigningKey, signDocument } from '@sportello/seal';
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Doer } from '../../platform/idempotency/act';
import { DrillHistoryRepository } from './drill-history.repository';
import { SALT_BYTES, drillSubjectOf } from './drill-subject';

/** What somebody did here, signed: another installation believes it when it was given this one's public key. Only the cases of this installation count, never another's record. */
export async function makeDrillRecord(transaction: Transaction, doer: Doer, { id, deskId, ...person }: Pick<OperatorRow, 'id' | 'deskId' | 'username' | 'codiceFiscale'>, key: SigningKey): Promise<SignedDrillRecord> {
  const done = drillsDone(await transaction.repository(DrillHistoryRepository).of([id]));
  const record: DrillRecord = {
    version: 1,
    madeAt: transaction.now.toISOString(),
    subject: drillSubjectOf(person, transaction.newBytes(SALT_BYTES)),
    drills: done.map(({ drill, at, caseIds }) => ({ drill, at: at.toISOString(), caseIds: [...caseIds] })),
  };
  const drills = done.map(({ drill }) => drill);
  transaction.audit({ act: 'training.record-made', actor: doer.actor, requestId: doer.requestId, deskId, subject: { kind: 'operator', id }, details: { operatorId: id, drills } });
  return { record, signature: await signDocument(record, { purpose: SIGNATURE_PURPOSES.drillRecord, key }) };
}
