// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Permission, type Role, permissionsOf } from '@sportello/domain';

/** Whether the caller may stand for a desk's second person from elsewhere: what only supervisors may do with sheets tells them apart. */
export function isSupervisor({ permissions }: { readonly permissions: readonly Permission[] }): boolean {
  return permissions.includes('sheets.inspect');
}

/** The same of somebody who is not calling; nobody is none. */
export function areSupervisors(roles: readonly Role[] | null): boolean {
  return roles !== null && isSupervisor({ permissions: permissionsOf(roles) });
}
