// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonView, RoleChangeView } from '@sportello/contracts';
import { isRoleChangeOver, mayDecideRoles } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { Refused } from '../../platform/problems/refusal';
import { InvitationRepository } from './invitation.repository';
import { PeopleRepository } from './people.repository';
import { RoleChangeRepository, type WaitingRoleChange } from './role-change.repository';

/** One person as an administrator of the same body sees them. @throws Refused when there is no such person there */
export async function showPerson(transaction: Transaction, { operator, desk }: SignedInOperator, personId: string): Promise<PersonView> {
  const person = await transaction.repository(PeopleRepository).person(desk.bodyId, personId, transaction.now);
  if (!person) throw new Refused({ kind: 'not-found' });
  const invitation = await transaction.repository(InvitationRepository).openOf(personId);
  const change = await transaction.repository(RoleChangeRepository).waitingOf(personId);
  const { id, revision, username, displayName, codiceFiscale, roles, desks, state, sessions, isLastAdministrator } = person;
  return {
    id,
    revision,
    username,
    displayName,
    codiceFiscale,
    roles: [...roles],
    desks: [...desks],
    state,
    isMe: id === operator.id,
    isLastAdministrator,
    sessions,
    roleChange: change && !isRoleChangeOver(change, transaction.now) ? roleChangeView(change, operator.id) : null,
    invitation: invitation ? { expiresAt: invitation.expiresAt.toISOString(), isOver: invitation.expiresAt <= transaction.now } : null,
    canInvite: state === 'invited' && roles.length > 0,
  };
}

function roleChangeView(change: WaitingRoleChange, callerId: string): RoleChangeView {
  const { id, asked, reason, askedByName, askedAt, expiresAt, askedBy } = change;
  return {
    ...(asked.what === 'roles' ? { what: asked.what, roles: [...asked.after] } : { what: asked.what, codiceFiscale: asked.after }),
    id,
    reason,
    askedBy: askedByName,
    askedAt: askedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    canDecide: mayDecideRoles(change, callerId),
    canWithdraw: askedBy === callerId,
  };
}
