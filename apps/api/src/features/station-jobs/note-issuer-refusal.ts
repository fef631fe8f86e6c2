// SPDX-License-Identifier: AGPL-3.0-or-later
import { IssuerKeyRepository } from '../../platform/activation/issuer-key.repository';
import type { Transaction } from '../../platform/database/transaction';
import type { ReportedJob } from './take-report';

/**
 * A card refused the issuer's key. Once it may be the card; when a second card refuses the same version, nothing more is written under it at any desk.
 * A card that was never answered has refused nothing; one that refuses again is counted once.
 */
export async function noteIssuerRefusal(transaction: Transaction, { job, row, doer }: ReportedJob): Promise<void> {
  const keys = transaction.repository(IssuerKeyRepository);
  const keyVersion = await keys.answeredUnder(job.id);
  if (keyVersion === undefined) return;
  const version = await keys.held(keyVersion);
  if (!version) return;
  const refusal = await keys.refused(version, row.idCarta, transaction.now);
  if (refusal === 'known') return;
  transaction.audit({ act: 'issuer.key-refused', ...doer, deskId: row.deskId, caseId: row.id, details: { keyVersion } });
  if (refusal === 'counted') return;
  transaction.audit({ act: 'issuer.key-stopped', ...doer, deskId: row.deskId, caseId: row.id, details: { keyVersion } });
  for (const deskId of await keys.desks()) transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
}
