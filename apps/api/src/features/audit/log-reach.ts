// SPDX-License-Identifier: AGPL-3.0-or-later
import { reachOf } from '../../platform/access/reach';
import type { SignedInOperator } from '../../platform/access/caller';

/** Which rows somebody reads: an administrator, who keeps the installation, all of them; a supervisor, those of their body's desks. */
export interface LogReach {
  readonly isWhole: boolean;
  readonly deskId: string;
  readonly bodyId: string | null;
  /** Whose people have names for the reader. */
  readonly namesOf: string;
}

export function logReachOf(caller: SignedInOperator): LogReach {
  const { deskId, bodyId } = reachOf(caller);
  return { isWhole: caller.operator.roles.includes('administrator'), deskId, bodyId, namesOf: caller.desk.bodyId };
}
