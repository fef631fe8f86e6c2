// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PeopleView, PersonLine, PersonView, RoleChangeView } from '@sportello/contracts';
import { AT } from './fixtures';

export const VERDI_ID = '0191f2a0-0000-7000-8000-00000000ee01';
export const MASSA = { id: '0191f2a0-0000-7000-8000-000000000002', name: 'Sportello 2', place: 'Massa' };
export const CARRARA = { id: '0191f2a0-0000-7000-8000-000000000003', name: 'Sportello 1', place: 'Carrara' };

export function line(changes: Partial<PersonLine> = {}): PersonLine {
  return { id: VERDI_ID, username: 'verdi', displayName: 'M. Verdi', roles: ['operator'], desks: [MASSA], state: 'active', awaitsDecision: false, canDecide: false, ...changes };
}

export function people(changes: Partial<PeopleView> = {}): PeopleView {
  return { people: [line()], hasMore: false, desks: [CARRARA, MASSA], ...changes };
}

type Asked<What extends RoleChangeView['what']> = Extract<RoleChangeView, { readonly what: What }>;

const WAITING = { id: '0191f2a0-0000-7000-8000-00000000ee02', reason: 'Nuovo incarico', askedBy: 'P. Masi', askedAt: AT, expiresAt: '2026-12-01T09:43:58Z', canDecide: true, canWithdraw: false };

export function roleChange(changes: Partial<Asked<'roles'>> = {}): Asked<'roles'> {
  return { ...WAITING, what: 'roles', roles: ['operator', 'supervisor'], ...changes };
}

export function codeChange(changes: Partial<Asked<'codice-fiscale'>> = {}): Asked<'codice-fiscale'> {
  return { ...WAITING, what: 'codice-fiscale', codiceFiscale: 'RSSMRA80A41H501Y', ...changes };
}

export function person(changes: Partial<PersonView> = {}): PersonView {
  return {
    id: VERDI_ID,
    revision: 3,
    username: 'verdi',
    displayName: 'M. Verdi',
    codiceFiscale: null,
    roles: ['operator'],
    desks: [MASSA],
    state: 'active',
    isMe: false,
    isLastAdministrator: false,
    sessions: 2,
    roleChange: null,
    invitation: null,
    canInvite: false,
    ...changes,
  };
}
