// SPDX-License-Identifier: AGPL-3.0-or-later
import { LEAVING_REASONS, PERMISSIONS, parseCodiceFiscale, PERSON_STATES, ROLE_DECISIONS, ROLES, SIGN_OUT_REASONS } from '@sportello/domain';
import * as z from 'zod';
import { Id, Instant, Reason } from './primitives';

const Roles = z.array(z.enum(ROLES));
const AskedRoles = Roles.min(1).max(ROLES.length);
const DisplayName = z.string().trim().min(1).max(200);
const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);
const CodiceFiscaleText = z
  .string()
  .trim()
  .toUpperCase()
  .refine((text) => parseCodiceFiscale(text).ok, 'not a codice fiscale');
/** The desks that somebody serves; the first is the home desk. */
const ServedDesks = z.array(Id).min(1).max(50);
const Revision = z.int().min(0);

export const PeopleRequest = z.strictObject({ search: z.string().trim().max(100).optional() });
export type PeopleRequest = z.infer<typeof PeopleRequest>;

/** A desk by its name and place. */
export const DeskName = z.object({ id: Id, name: z.string(), place: z.string() }).meta({ id: 'DeskName' });
export type DeskName = z.infer<typeof DeskName>;

export const PersonLine = z
  .object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    roles: Roles,
    desks: z.array(DeskName),
    state: z.enum(PERSON_STATES),
    /** Something was asked for and waits for a second administrator; whether that may be whoever reads this. */
    awaitsDecision: z.boolean(),
    canDecide: z.boolean(),
  })
  .meta({ id: 'PersonLine' });
export type PersonLine = z.infer<typeof PersonLine>;

export const PeopleView = z
  .object({
    people: z.array(PersonLine),
    /** There are more than are listed: the search has to say more. */
    hasMore: z.boolean(),
    /** Those of the body, to choose from. */
    desks: z.array(DeskName),
  })
  .meta({ id: 'People' });
export type PeopleView = z.infer<typeof PeopleView>;

const AskedOfAnother = z.object({ id: Id, reason: z.string(), askedBy: z.string(), askedAt: Instant, expiresAt: Instant, canDecide: z.boolean(), canWithdraw: z.boolean() });

/** What waits for a second administrator. A codice fiscale that is null is to be taken away. */
export const RoleChangeView = z
  .discriminatedUnion('what', [AskedOfAnother.extend({ what: z.literal('roles'), roles: Roles }), AskedOfAnother.extend({ what: z.literal('codice-fiscale'), codiceFiscale: z.string().nullable() })])
  .meta({ id: 'RoleChange' });
export type RoleChangeView = z.infer<typeof RoleChangeView>;

export const PersonView = z
  .object({
    id: Id,
    revision: Revision,
    username: z.string(),
    displayName: z.string(),
    codiceFiscale: z.string().nullable(),
    roles: Roles,
    desks: z.array(DeskName),
    state: z.enum(PERSON_STATES),
    isMe: z.boolean(),
    isLastAdministrator: z.boolean(),
    /** Browsers in which the person is signed in now. */
    sessions: z.int(),
    roleChange: RoleChangeView.nullable(),
    /** The code that was handed out last and not used: until when it is good. */
    invitation: z.object({ expiresAt: Instant, isOver: z.boolean() }).nullable(),
    /** A second administrator has given roles to somebody who has no password yet. */
    canInvite: z.boolean(),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof PersonView>;

/** Adds a person: no mail goes out, and nothing can be done with the account before a second administrator gives the roles and the code is handed over. */
export const InvitePersonRequest = z
  .strictObject({
    username: Username,
    displayName: DisplayName,
    codiceFiscale: CodiceFiscaleText.nullable(),
    deskIds: ServedDesks,
    roles: AskedRoles,
    /** *In formazione* from now on. */
    isInTraining: z.boolean(),
    reason: Reason,
  })
  .meta({ id: 'InvitePersonRequest' });
export type InvitePersonRequest = z.infer<typeof InvitePersonRequest>;

export const ChangePersonRequest = z
  .strictObject({
    revision: Revision,
    displayName: DisplayName,
    codiceFiscale: CodiceFiscaleText.nullable(),
    deskIds: ServedDesks,
    /** Why the codice fiscale is to be another: a second administrator reads it and decides. Null where it stays. */
    reason: Reason.nullable(),
  })
  .meta({ id: 'ChangePersonRequest' });
export type ChangePersonRequest = z.infer<typeof ChangePersonRequest>;

export const AskRolesRequest = z.strictObject({ revision: Revision, roles: AskedRoles, reason: Reason }).meta({ id: 'AskRolesRequest' });
export type AskRolesRequest = z.infer<typeof AskRolesRequest>;

export const DecideRolesRequest = z.strictObject({ changeId: Id, decision: z.enum(ROLE_DECISIONS) }).meta({ id: 'DecideRolesRequest' });
export type DecideRolesRequest = z.infer<typeof DecideRolesRequest>;

export const EndServiceRequest = z.strictObject({ revision: Revision, reason: z.enum(LEAVING_REASONS) }).meta({ id: 'EndServiceRequest' });
export type EndServiceRequest = z.infer<typeof EndServiceRequest>;

export const SignOutPersonRequest = z.strictObject({ reason: z.enum(SIGN_OUT_REASONS) }).meta({ id: 'SignOutPersonRequest' });
export type SignOutPersonRequest = z.infer<typeof SignOutPersonRequest>;

/** Shown once, to be handed over. */
export const InvitationCode = z.object({ code: z.string(), username: z.string(), displayName: z.string(), expiresAt: Instant }).meta({ id: 'InvitationCode' });
export type InvitationCode = z.infer<typeof InvitationCode>;

export const AcceptInvitationRequest = z.strictObject({ code: z.string().min(1).max(64), password: z.string().min(1).max(200) }).meta({ id: 'AcceptInvitationRequest' });
export type AcceptInvitationRequest = z.infer<typeof AcceptInvitationRequest>;

/** The name under which the person signs in from now on. */
export const AcceptedInvitation = z.object({ username: z.string() }).meta({ id: 'AcceptedInvitation' });
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>;

/** Who may do what: the roles, and for each permission those that hold it. */
export const PermissionsView = z
  .object({ roles: Roles, permissions: z.array(z.object({ permission: z.enum(PERMISSIONS), roles: Roles })) })
  .meta({ id: 'Permissions' });
export type PermissionsView = z.infer<typeof PermissionsView>;
