// SPDX-License-Identifier: AGPL-3.0-or-later
export const ROLES = ['operator', 'supervisor', 'help-desk', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** All that somebody may be allowed to do; each route names one of these. The API's own description is public: it holds nothing that its page does not show. */
export const PERMISSIONS = [
  'session.own',
  'factors.own',
  'factors.reset',
  'desk.read',
  'outcomes.read',
  'station.enrol',
  'station.manage',
  'places.manage',
  'case.read',
  'case.search',
  'card.check',
  'case.open',
  'case.identify',
  'case.print',
  'case.scan',
  'case.void-envelope',
  'case.suspend',
  'case.refuse',
  'case.abandon',
  'case.hand-over',
  'case.correct',
  'case.decide-stopped',
  'case.ask-station-change',
  'case.confirm-station-change',
  'case.decide-approval',
  'paper.print',
  'sheets.read',
  'sheets.keep',
  'sheets.explain',
  'sheets.inspect',
  'day.keep',
  'register.read',
  'evidence.add',
  'evidence.read',
  'evidence.withdraw',
  'evidence.withdraw-late',
  'retention.read',
  'readers.read',
  'readers.sell',
  'people.read',
  'people.manage',
  'people.ask-roles',
  'people.decide-roles',
  'permissions.read',
  'training.read',
  'training.record',
  'training.enable',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const ANYBODY = ['session.own', 'factors.own'] as const satisfies readonly Permission[];

/** What each role may do, and nothing else. A supervisor watches the desk and decides on what it cannot, and does not work it; an administrator sees no case. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  operator: [
    ...ANYBODY,
    'desk.read',
    'case.read',
    'case.search',
    'card.check',
    'case.open',
    'case.identify',
    'case.print',
    'case.scan',
    'case.void-envelope',
    'case.suspend',
    'case.refuse',
    'case.abandon',
    'case.hand-over',
    'case.correct',
    'case.ask-station-change',
    'paper.print',
    'sheets.read',
    'sheets.keep',
    'sheets.explain',
    'day.keep',
    'register.read',
    'evidence.add',
    'evidence.read',
    'evidence.withdraw',
    'readers.read',
    'readers.sell',
  ],
  supervisor: [
    ...ANYBODY,
    'desk.read',
    'case.read',
    'outcomes.read',
    'case.decide-stopped',
    'case.ask-station-change',
    'case.confirm-station-change',
    'case.decide-approval',
    'sheets.read',
    'sheets.explain',
    'sheets.inspect',
    'register.read',
    'evidence.read',
    'evidence.withdraw',
    'evidence.withdraw-late',
    'retention.read',
    'case.search',
    'case.correct',
    'readers.read',
    'permissions.read',
    'training.read',
    'training.record',
    'training.enable',
  ],
  'help-desk': [...ANYBODY],
  administrator: [
    ...ANYBODY,
    'factors.reset',
    'station.enrol',
    'station.manage',
    'places.manage',
    'retention.read',
    'people.read',
    'people.manage',
    'people.ask-roles',
    'people.decide-roles',
    'permissions.read',
    'training.read',
    'training.record',
  ],
};

/** The permissions of somebody who bears all these roles, each once, in the order of the list. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  return PERMISSIONS.filter((permission) => isAllowed(roles, permission));
}

export function isAllowed(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ROLE_PERMISSIONS[role].includes(permission));
}
