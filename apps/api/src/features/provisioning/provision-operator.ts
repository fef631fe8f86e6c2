// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import { ServedDesksRepository } from '../../platform/people/served-desks.repository';
import { deskCoded } from './desk-coded';
import type { ProvisionFile } from './provision-file';
import { ProvisioningRepository } from './provisioning.repository';

type FileOperator = ProvisionFile['operators'][number];
type Person = Omit<OperatorRow, 'enabledAt'>;

/** Somebody new comes in as the file says. Somebody who is there stays as they are, unless the file says that they are reset: then the log tells what it changed. */
export async function provisionOperator(transaction: Transaction, told: FileOperator, passwordHash: string): Promise<void> {
  const rows = transaction.repository(ProvisioningRepository);
  const [desk, known] = [await deskCoded(transaction, told.desk), await rows.operatorNamed(told.username)];
  if (known && !told.isReset) return;
  const person: Person = {
    id: known?.id ?? transaction.newId(),
    deskId: desk.id,
    username: told.username,
    passwordHash,
    displayName: told.displayName,
    codiceFiscale: told.codiceFiscale?.toUpperCase() ?? known?.codiceFiscale ?? null,
    roles: told.roles,
    createdAt: known?.createdAt ?? transaction.now,
    disabledAt: known?.disabledAt ?? null,
    trainingSince: known?.trainingSince ?? (told.isInTraining ? transaction.now : null),
  };
  await rows.operator(person);
  if (known) tellReset(transaction, known, person);
  await transaction.repository(ServedDesksRepository).begin(transaction.newId(), person.id, desk.id, transaction.now);
}

function tellReset(transaction: Transaction, before: Person, after: Person): void {
  transaction.audit({
    act: 'person.reset-by-file',
    actor: { kind: 'installation' },
    requestId: null,
    deskId: after.deskId,
    subject: { kind: 'operator', id: after.id },
    details: { hasNewPassword: before.passwordHash !== after.passwordHash },
    change: { before: changeable(before), after: changeable(after) },
    personal: { ...personal('Before', before), ...personal('After', after) },
  });
}

function changeable({ roles, deskId, trainingSince }: Person) {
  return { roles, homeDeskId: deskId, trainingSince: trainingSince?.toISOString() ?? null };
}

function personal(when: 'Before' | 'After', { displayName, codiceFiscale }: Person): Readonly<Record<string, string>> {
  return { [`displayName${when}`]: displayName, ...(codiceFiscale !== null && { [`codiceFiscale${when}`]: codiceFiscale }) };
}
