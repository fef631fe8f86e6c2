// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from './permissions';
import { decideRoleChange, judgeLeaving, judgeRoleRequest, mayAdminister, type AskedRoles, type PersonToChange, type RoleDecision } from './role-changes';

const NOW = new Date('2026-11-24T09:00:00Z');
const person = (changes: Partial<PersonToChange> = {}): PersonToChange => ({ id: 'verdi', state: 'active', roles: ['operator'], isLastAdministrator: false, ...changes });
const asked = (changes: Partial<AskedRoles> = {}): AskedRoles => ({ operatorId: 'verdi', askedBy: 'masi', state: 'asked', expiresAt: new Date('2026-12-01T09:00:00Z'), ...changes });
const verdict = (judged: { readonly ok: true; readonly value: string } | { readonly ok: false; readonly refusal: { readonly kind: string } }) => (judged.ok ? judged.value : judged.refusal.kind);

describe('roles', () => {
  it.each<[string, Partial<PersonToChange>, readonly Role[], boolean, string]>([
    ['are asked for anybody who has others', {}, ['operator', 'supervisor'], false, 'may'],
    ['are not asked for who has them, in whatever order', { roles: ['operator', 'supervisor'] }, ['supervisor', 'operator'], false, 'roles-same'],
    ['are asked for anew when somebody who left is to come back', { state: 'left' }, ['operator'], false, 'may'],
    ['are asked for once at a time', {}, ['supervisor'], true, 'role-change-waiting'],
    ['of the last administrator stay', { roles: ['administrator'], isLastAdministrator: true }, ['operator'], false, 'last-administrator'],
    ['of the last administrator may grow', { roles: ['administrator'], isLastAdministrator: true }, ['administrator', 'supervisor'], false, 'may'],
  ])('%s', (_, changes, roles, isOneWaiting, expected) => {
    expect(verdict(judgeRoleRequest(person(changes), roles, isOneWaiting))).toBe(expected);
  });

  it.each<[string, Partial<AskedRoles>, string, RoleDecision, string]>([
    ['are given by an administrator who did not ask', {}, 'neri', 'confirm', 'confirmed'],
    ['or refused by them', {}, 'neri', 'refuse', 'refused'],
    ['are not given by whoever asked', {}, 'masi', 'confirm', 'second-administrator-needed'],
    ['but may be taken back by them', {}, 'masi', 'refuse', 'withdrawn'],
    ['are not given by the person concerned', {}, 'verdi', 'confirm', 'second-administrator-needed'],
    ['nor refused by them', {}, 'verdi', 'refuse', 'second-administrator-needed'],
    ['that somebody asked for themselves are another’s to give', { askedBy: 'verdi' }, 'verdi', 'confirm', 'second-administrator-needed'],
    ['are decided once', { state: 'refused' }, 'neri', 'confirm', 'role-change-settled'],
    ['are not given when the request waited too long', { expiresAt: NOW }, 'neri', 'confirm', 'role-change-settled'],
  ])('%s', (_, changes, by, decision, expected) => {
    expect(verdict(decideRoleChange(asked(changes), by, decision, NOW))).toBe(expected);
  });
});

describe('leaving', () => {
  it.each<[string, Partial<PersonToChange>, string, string]>([
    ['is noted by another', {}, 'masi', 'may'],
    ['takes an invitation back too', { state: 'invited' }, 'masi', 'may'],
    ['is nobody’s own act', {}, 'verdi', 'own-person'],
    ['happens once', { state: 'left' }, 'masi', 'person-left'],
    ['is not for the last administrator', { isLastAdministrator: true }, 'masi', 'last-administrator'],
  ])('%s', (_, changes, by, expected) => {
    expect(verdict(judgeLeaving(person(changes), by))).toBe(expected);
  });

  it('and everything else about a person is an act of somebody else', () => {
    expect(verdict(mayAdminister('masi', 'verdi'))).toBe('may');
    expect(verdict(mayAdminister('verdi', 'verdi'))).toBe('own-person');
  });
});
