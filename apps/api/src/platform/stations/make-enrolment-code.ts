// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StationRow } from '../database/rows/station-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { ENROLMENT_CODE_DAYS, type LookupKey, macOfEnrolmentCode } from './enrolment-codes';
import { StationRepository } from './station.repository';

const DAY_MS = 86_400_000;

/** Lets a station enrol with this code: for the first time, or again after its PC was replaced. Nothing when there is no such station. */
export async function makeEnrolmentCode(
  transaction: Transaction,
  doer: Doer,
  { keys, code, stationId }: { readonly keys: LookupKey; readonly code: string; readonly stationId: string },
): Promise<StationRow | undefined> {
  const expiresAt = new Date(transaction.now.getTime() + ENROLMENT_CODE_DAYS * DAY_MS);
  const station = await transaction.repository(StationRepository).awaitEnrolment(stationId, macOfEnrolmentCode(keys, code), expiresAt);
  if (station) transaction.audit({ act: 'station.enrolment-code-made', ...doer, deskId: station.deskId, stationId });
  return station;
}
