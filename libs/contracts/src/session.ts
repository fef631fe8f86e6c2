// SPDX-License-Identifier: AGPL-3.0-or-later
import { DESK_KINDS, DOCUMENT_TYPES, ROLES } from '@sportello/domain';
import * as z from 'zod';
import { DeskName } from './people';
import { Id, Instant } from './primitives';
import { TrainingStanding } from './training';

export const SignInRequest = z.strictObject({ username: z.string().min(1).max(200), password: z.string().min(1).max(200) }).meta({ id: 'SignInRequest' });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** To another of the desks that the person serves. */
export const MoveToDeskRequest = z.strictObject({ deskId: Id }).meta({ id: 'MoveToDeskRequest' });
export type MoveToDeskRequest = z.infer<typeof MoveToDeskRequest>;

export const SessionView = z
  .object({
    operator: z.object({ id: Id, displayName: z.string(), roles: z.array(z.enum(ROLES)) }),
    desk: z.object({ id: Id, name: z.string(), place: z.string(), body: z.string(), kind: z.enum(DESK_KINDS) }),
    /** All that the person serves, this one among them. */
    desks: z.array(DeskName),
    permissions: z.array(z.string()),
    csrfToken: z.string(),
    expiresAt: Instant,
    /** Nobody has touched it for a while, or its person locked it: it answers to nothing but a proof. */
    isLocked: z.boolean(),
    /** A second factor is required here and there is none yet: the session is good for that and nothing else. */
    mayOnlyEnrol: z.boolean(),
    idleLockMinutes: z.int(),
    /** A trust anchor or an adapter is marked *test*: every page carries the banner. */
    isTest: z.boolean(),
    /** The installation's word on documents of which no source says whether they prove an identity; the rules' own defaults hold for the rest. */
    identityDocuments: z.partialRecord(z.enum(DOCUMENT_TYPES), z.boolean()),
    /** Null: not in training. */
    training: TrainingStanding.nullable(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

/** How one may sign in besides by name and password; asked before anybody is. */
export const SignInWays = z
  .object({
    /** `name`: what the body calls it; null: SPID or CIE. */
    singleSignOn: z.object({ name: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'SignInWays' });
export type SignInWays = z.infer<typeof SignInWays>;

/** `own`: the page stays as it is, and a tab of its own goes to the provider. */
export const SingleSignOnQuery = z.object({ tab: z.literal('own').optional() }).meta({ id: 'SingleSignOnQuery' });
export type SingleSignOnQuery = z.infer<typeof SingleSignOnQuery>;
