// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { IntentRow } from '../database/rows/intent-row';
import { needsSupervisor } from './begin-writing';
import { type Obstacle, type Situation, holderOf, isObstacle, printingPlace, whereIs, writingPlace } from './situation';

/** Why a case does not go on now: what stands in the way at this moment, or else what stopped it last. */
export function caseObstacle(row: CaseRow, intent: IntentRow | undefined, situation: Situation): Obstacle | undefined {
  const recorded = row.obstacleCode === null ? undefined : ({ kind: row.obstacleCode, ...(row.obstacleDetails && { details: row.obstacleDetails }) } as Obstacle);
  if (needsSupervisor(row)) return recorded;
  return presentObstacle(row, intent, situation) ?? recorded;
}

function presentObstacle({ state, idCarta, method }: CaseRow, intent: IntentRow | undefined, situation: Situation): Obstacle | undefined {
  const inTheWay = (found: ReturnType<typeof whereIs>): Obstacle | undefined => (isObstacle(found) ? found : undefined);
  switch (state) {
    case 'recognised':
    case 'identified':
      return inTheWay(whereIs(idCarta, situation));
    case 'authorised':
      return inTheWay(printingPlace({ idCarta, method }, situation));
    case 'printing':
      return situation.stations.some(({ isOnline }) => isOnline) ? undefined : { kind: 'station-offline' };
    case 'printed':
    case 'interrupted':
      if (intent && !intent.stationBlob) return { kind: 'codes-aged-out' };
      return inTheWay(intent?.stationBlob ? writingPlace({ idCarta, method }, intent.stationBlob, situation) : whereIs(idCarta, situation));
    case 'writing':
      return (intent?.stationBlob && holderOf(intent.stationBlob, situation))?.isOnline ? undefined : { kind: 'station-offline' };
    case 'awaiting-approval':
    case 'written':
    case 'undelivered':
    case 'delivered':
    case 'refused':
    case 'abandoned':
    case 'faulty':
    case 'lost':
      return undefined;
    default:
      return assertNever(state);
  }
}
