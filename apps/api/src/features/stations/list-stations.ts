// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ManagedStation, StationsView } from '@sportello/contracts';
import type { Transaction } from '../../platform/database/transaction';
import { type FoundStation, ManagedStationRepository } from './managed-station.repository';

/** All stations, desk by desk, as they are now. */
export async function listStations(transaction: Transaction, ownBodyId: string): Promise<StationsView> {
  const desks = await transaction.repository(ManagedStationRepository).byDesk(ownBodyId, transaction.now);
  return { desks: desks.map(({ stations, ...desk }) => ({ ...desk, stations: stations.map(stationView) })) };
}

function stationView({ isOnline, isEnrolled, lastSeenAt, codeGoodUntil, revokedAt, revokedBecause, ...station }: FoundStation): ManagedStation {
  return {
    ...station,
    state: stateOf({ isOnline, isEnrolled, revokedAt }),
    lastSeenAt: instant(lastSeenAt),
    codeGoodUntil: instant(codeGoodUntil),
    revoked: revokedAt === null ? null : { at: new Date(revokedAt).toISOString(), because: revokedBecause },
  };
}

function stateOf({ isOnline, isEnrolled, revokedAt }: Pick<FoundStation, 'isOnline' | 'isEnrolled' | 'revokedAt'>): ManagedStation['state'] {
  if (revokedAt !== null) return 'revoked';
  if (isOnline) return 'online';
  return isEnrolled ? 'away' : 'awaited';
}

/** PostgreSQL's JSON writes instants with its own offset and precision. */
function instant(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
