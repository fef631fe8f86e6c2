// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SignedInOperator } from '../access/caller';

/** Whether the caller may stand for a desk's second person from elsewhere: what only supervisors may do with sheets tells them apart. */
export function isSupervisor({ permissions }: SignedInOperator): boolean {
  return permissions.includes('sheets.inspect');
}
