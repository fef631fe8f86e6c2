// SPDX-License-Identifier: AGPL-3.0-or-later
import { isAllowed, type Permission, PERMISSIONS, permissionsOf, ROLE_PERMISSIONS, ROLES } from './permissions';

/** A supervisor watches, decides, and is one of the two people who have a card finished at another station. */
const SUPERVISORS_TOO: readonly Permission[] = ['case.read', 'case.search', 'case.correct', 'case.decide-stopped', 'case.ask-station-change', 'case.confirm-station-change', 'case.decide-approval'];

describe('permissions', () => {
  it('let the operator, and nobody else, work a case', () => {
    const acts = PERMISSIONS.filter((permission) => permission.startsWith('case.') && !SUPERVISORS_TOO.includes(permission));
    expect(acts).toHaveLength(9);
    for (const act of acts) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['operator']);
  });

  it('let a supervisor look at desk and cases, and alone decide on a case that was stopped', () => {
    expect(permissionsOf(['supervisor'])).toEqual(expect.arrayContaining(['desk.read', 'case.read', 'case.search', 'outcomes.read', 'register.read']));
    expect(ROLES.filter((role) => isAllowed([role], 'case.decide-stopped'))).toEqual(['supervisor']);
    expect(ROLES.filter((role) => isAllowed([role], 'case.confirm-station-change'))).toEqual(['supervisor']);
    expect(ROLES.filter((role) => isAllowed([role], 'case.decide-approval'))).toEqual(['supervisor']);
    expect(ROLES.filter((role) => isAllowed([role], 'case.ask-station-change'))).toEqual(['operator', 'supervisor']);
  });

  it('let operators keep sheets and day, and both them and supervisors explain what does not sum', () => {
    for (const act of ['sheets.keep', 'day.keep'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['operator']);
    for (const act of ['sheets.read', 'sheets.explain', 'register.read'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['operator', 'supervisor']);
  });

  it('let the operator add files, both look at them, and a supervisor alone take one back that came late; who sees no case sees the terms', () => {
    expect(ROLES.filter((role) => isAllowed([role], 'evidence.add'))).toEqual(['operator']);
    for (const act of ['evidence.read', 'evidence.withdraw'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['operator', 'supervisor']);
    expect(ROLES.filter((role) => isAllowed([role], 'evidence.withdraw-late'))).toEqual(['supervisor']);
    expect(ROLES.filter((role) => isAllowed([role], 'retention.read'))).toEqual(['supervisor', 'administrator']);
  });

  it('let only the administrator keep desks and stations', () => {
    for (const act of ['station.manage', 'places.manage'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['administrator']);
  });

  it('let only the administrator enrol a station, who sees neither desk nor case', () => {
    expect(ROLES.filter((role) => isAllowed([role], 'station.enrol'))).toEqual(['administrator']);
    expect(permissionsOf(['administrator']).filter((permission) => /^(card|case|day|desk|evidence|paper|readers|register|sheets)\./.test(permission))).toEqual([]);
  });

  it('let anybody look after what they sign in with, and only administrators reset another’s', () => {
    expect(ROLES.filter((role) => isAllowed([role], 'factors.own'))).toEqual([...ROLES]);
    expect(ROLES.filter((role) => isAllowed([role], 'factors.reset'))).toEqual(['administrator']);
  });

  it('let only administrators look after people and their roles, and supervisors see who may do what', () => {
    for (const act of ['people.read', 'people.manage', 'people.ask-roles', 'people.decide-roles'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['administrator']);
    expect(ROLES.filter((role) => isAllowed([role], 'permissions.read'))).toEqual(['supervisor', 'administrator']);
  });

  it('let an administrator record the drills of a rehearsal, and a supervisor alone enable whoever did them', () => {
    for (const act of ['training.read', 'training.record'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['supervisor', 'administrator']);
    expect(ROLES.filter((role) => isAllowed([role], 'training.enable'))).toEqual(['supervisor']);
  });

  it('let the help desk alone keep calls, whoever meets the citizen record a revocation, and a supervisor alone decide on it', () => {
    expect(ROLES.filter((role) => isAllowed([role], 'call.keep'))).toEqual(['help-desk']);
    for (const act of ['call.read', 'revocation.read'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['supervisor', 'help-desk']);
    expect(ROLES.filter((role) => isAllowed([role], 'revocation.record'))).toEqual(['operator', 'supervisor', 'help-desk']);
    expect(ROLES.filter((role) => isAllowed([role], 'revocation.record-at-desk'))).toEqual(['operator', 'supervisor']);
    for (const act of ['revocation.decide', 'revocation.lot'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['supervisor']);
  });

  it('add up over the roles of a person, each once', () => {
    const both = permissionsOf(['supervisor', 'administrator', 'supervisor']);
    expect(both).toEqual(PERMISSIONS.filter((permission) => isAllowed(['supervisor'], permission) || isAllowed(['administrator'], permission)));
    expect(permissionsOf([])).toEqual([]);
  });

  it('let supervisors and administrators read the log, and take it out to verify it', () => {
    for (const act of ['audit.read', 'audit.export'] as const) expect(ROLES.filter((role) => isAllowed([role], act))).toEqual(['supervisor', 'administrator']);
  });

  it('are each held by some role', () => {
    expect(PERMISSIONS.filter((permission) => !ROLES.some((role) => ROLE_PERMISSIONS[role].includes(permission)))).toEqual([]);
  });
});
