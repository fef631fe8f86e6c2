// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { Role } from './permissions';

/** A person's place in the body: invited people and those who left cannot sign in. */
export const PERSON_STATES = ['active', 'invited', 'left'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export const ROLE_CHANGE_STATES = ['asked', 'confirmed', 'refused', 'expired', 'withdrawn'] as const;
export type RoleChangeState = (typeof ROLE_CHANGE_STATES)[number];

/** What takes two administrators: the roles, and the codice fiscale, by which somebody comes in through SPID or CIE. */
export const ROLE_CHANGE_KINDS = ['roles', 'codice-fiscale'] as const;

/** What one administrator asks that another give. No codice fiscale: null. */
export type AskedChange =
  | { readonly what: 'roles'; readonly before: readonly Role[]; readonly after: readonly Role[] }
  | { readonly what: 'codice-fiscale'; readonly before: string | null; readonly after: string | null };

/** So long a request waits for a second administrator. */
export const ROLE_CHANGE_DAYS = 7;

export const ROLE_DECISIONS = ['confirm', 'refuse'] as const;
export type RoleDecision = (typeof ROLE_DECISIONS)[number];

/** Why somebody left, and why their sessions were ended: kinds and no free words, since they stand in the log. */
export const LEAVING_REASONS = ['service-ended', 'moved-elsewhere', 'suspended', 'never-began'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];
export const SIGN_OUT_REASONS = ['left-open', 'device-lost', 'password-known', 'doubt'] as const;
export type SignOutReason = (typeof SIGN_OUT_REASONS)[number];

/** So long the code of an invitation is good. */
export const INVITATION_DAYS = 7;

export type PeopleRefusal =
  | { readonly kind: 'own-person' }
  | { readonly kind: 'person-left' }
  | { readonly kind: 'last-administrator' }
  | { readonly kind: 'roles-same' }
  | { readonly kind: 'role-change-waiting' }
  | { readonly kind: 'role-change-settled' }
  | { readonly kind: 'second-administrator-needed' };

/** Whose roles, desks or account an act is about. */
export interface PersonToChange {
  readonly id: string;
  readonly state: PersonState;
  readonly roles: readonly Role[];
  /** Nobody else of the body who may sign in is an administrator. */
  readonly isLastAdministrator: boolean;
}

export interface AskedRoles {
  readonly operatorId: string;
  readonly askedBy: string;
  readonly state: RoleChangeState;
  readonly expiresAt: Date;
}

/** Nobody looks after their own name, codice fiscale, desks or leaving: by them one could slip past the rule of the own card, or out of reach. */
export function mayAdminister(by: string, personId: string): Outcome<'may', PeopleRefusal> {
  return by === personId ? refuse({ kind: 'own-person' }) : accept('may');
}

/** Whether these roles may be asked for. They may be one's own: the confirmation is another's in any case. */
export function judgeRoleRequest({ state, roles, isLastAdministrator }: PersonToChange, asked: readonly Role[], isOneWaiting: boolean): Outcome<'may', PeopleRefusal> {
  if (isOneWaiting) return refuse({ kind: 'role-change-waiting' });
  if (state !== 'left' && hasSameRoles(roles, asked)) return refuse({ kind: 'roles-same' });
  if (isLastAdministrator && !asked.includes('administrator')) return refuse({ kind: 'last-administrator' });
  return accept('may');
}

/** What becomes of a request: it takes an administrator who neither asked nor is the person concerned, though whoever asked may take it back. */
export function decideRoleChange(change: AskedRoles, by: string, decision: RoleDecision, now: Date): Outcome<Exclude<RoleChangeState, 'asked' | 'expired'>, PeopleRefusal> {
  if (change.state !== 'asked' || isRoleChangeOver(change, now)) return refuse({ kind: 'role-change-settled' });
  if (decision === 'refuse' && by === change.askedBy) return accept('withdrawn');
  if (!mayDecideRoles(change, by)) return refuse({ kind: 'second-administrator-needed' });
  return accept(decision === 'confirm' ? 'confirmed' : 'refused');
}

export function mayDecideRoles({ askedBy, operatorId }: Pick<AskedRoles, 'askedBy' | 'operatorId'>, by: string): boolean {
  return by !== askedBy && by !== operatorId;
}

export function isRoleChangeOver({ expiresAt }: Pick<AskedRoles, 'expiresAt'>, now: Date): boolean {
  return expiresAt <= now;
}

/** Whether somebody may be told to have left: once, by another, and not as the last administrator. */
export function judgeLeaving(person: PersonToChange, by: string): Outcome<'may', PeopleRefusal> {
  const may = mayAdminister(by, person.id);
  if (!may.ok) return may;
  if (person.state === 'left') return refuse({ kind: 'person-left' });
  return person.isLastAdministrator ? refuse({ kind: 'last-administrator' }) : accept('may');
}

function hasSameRoles(left: readonly Role[], right: readonly Role[]): boolean {
  return new Set([...left, ...right]).size === new Set(left).size && new Set(left).size === new Set(right).size;
}
