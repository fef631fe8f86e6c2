// SPDX-License-Identifier: AGPL-3.0-or-later
import { isSupervisor } from '../custody/supervisor';
import type { StationChoice } from '../stations/station-choice';
import type { SignedInOperator } from './caller';

/** Whose cases somebody may look at: their own desk's; a supervisor, those of all desks of the body. */
export interface Reach {
  readonly deskId: string;
  /** In whose readers they see a card. */
  readonly at: StationChoice;
  /** Null: the own desk alone. */
  readonly bodyId: string | null;
}

export function reachOf(caller: SignedInOperator): Reach {
  return { deskId: caller.desk.id, at: caller.at, bodyId: isSupervisor(caller) ? caller.desk.bodyId : null };
}

/** SQL: whether the desk `deskId` is within reach, the parameters being the own desk and the body. */
export function withinReachSql(deskId: string, own: string, body: string): string {
  return `(${deskId} = ${own} or ${deskId} in (select within.id from desk within where within.body_id = ${body}))`;
}
