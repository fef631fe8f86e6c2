// SPDX-License-Identifier: AGPL-3.0-or-later
import { DRILLS } from '@sportello/domain';
import * as z from 'zod';
import { Base64Url, Id, Instant, Reason } from './primitives';

/** A colleague who stands beside a trainee: in this session, until then. */
export const TutorshipView = z.object({ id: Id, tutor: z.string(), until: Instant }).meta({ id: 'Tutorship' });
export type TutorshipView = z.infer<typeof TutorshipView>;

/** How whoever is signed in stands while they are in training. */
export const TrainingStanding = z
  .object({
    since: Instant,
    /** Envelopes are handed over only beside a tutor. */
    needsTutor: z.boolean(),
    tutorship: TutorshipView.nullable(),
  })
  .meta({ id: 'TrainingStanding' });
export type TrainingStanding = z.infer<typeof TrainingStanding>;

/** A drill, and since when it is done: in cases of this installation, or by the record of a rehearsal. */
export const DrillView = z.object({ drill: z.enum(DRILLS), doneAt: Instant.nullable(), by: z.enum(['cases', 'record']).nullable() }).meta({ id: 'Drill' });
export type DrillView = z.infer<typeof DrillView>;

/** The training of whoever is signed in. */
export const TrainingView = z
  .object({
    /** Null: not in training. */
    standing: TrainingStanding.nullable(),
    drills: z.array(DrillView),
    /** Whom they stand beside as a tutor, at this desk. */
    tutoring: z.array(z.object({ id: Id, trainee: z.string(), until: Instant })),
  })
  .meta({ id: 'Training' });
export type TrainingView = z.infer<typeof TrainingView>;

/** Somebody's training, as supervisors and administrators of their body see it. */
export const TraineeView = z
  .object({
    id: Id,
    displayName: z.string(),
    deskName: z.string(),
    /** Null: they were never in training. */
    since: Instant.nullable(),
    enabled: z
      .object({
        at: Instant,
        by: z.string(),
        /** The other person, and why, when drills were missing. */
        beside: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    drills: z.array(DrillView),
    records: z.array(z.object({ madeAt: Instant, recordedAt: Instant, recordedBy: z.string(), drills: z.array(z.enum(DRILLS)) })),
    /** Who looks is the trainee: somebody else records and enables. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'Trainee' });
export type TraineeView = z.infer<typeof TraineeView>;

/** Who is in training at the body's desks. */
export const TraineesView = z.object({ trainees: z.array(TraineeView) }).meta({ id: 'Trainees' });
export type TraineesView = z.infer<typeof TraineesView>;

/** The name and password of a colleague, typed at the trainee's page; nobody is signed in by it. */
export const OpenTutorshipRequest = z.strictObject({ username: z.string().trim().min(1).max(200), password: z.string().min(1).max(200) }).meta({ id: 'OpenTutorshipRequest' });
export type OpenTutorshipRequest = z.infer<typeof OpenTutorshipRequest>;

/** Without all drills another person signs beside, and the reason is told. */
export const EnableOperatorRequest = z
  .strictObject({
    reason: Reason.nullable(),
    username: z.string().trim().min(1).max(200).exactOptional(),
    password: z.string().min(1).max(200).exactOptional(),
  })
  .refine(({ username, password }) => (username === undefined) === (password === undefined), 'name and password come together')
  .meta({ id: 'EnableOperatorRequest' });
export type EnableOperatorRequest = z.infer<typeof EnableOperatorRequest>;

/** Whose drills a record tells: a salted commitment to a codice fiscale, or to a user name where none is recorded. */
export const DrillSubject = z.strictObject({ by: z.enum(['codice-fiscale', 'username']), salt: Base64Url.min(43).max(43), commitment: Base64Url.min(43).max(43) });
export type DrillSubject = z.infer<typeof DrillSubject>;

/** What a rehearsal says of somebody's drills. */
export const DrillRecord = z
  .strictObject({
    version: z.literal(1),
    madeAt: Instant,
    subject: DrillSubject,
    drills: z.array(z.strictObject({ drill: z.enum(DRILLS), at: Instant, caseIds: z.array(Id).min(1).max(10) })).max(DRILLS.length),
  })
  .meta({ id: 'DrillRecord' });
export type DrillRecord = z.infer<typeof DrillRecord>;

/** The same with the signature of the API that says it, over the record's canonical JSON. */
export const SignedDrillRecord = z.strictObject({ record: DrillRecord, signature: Base64Url.min(1).max(200) }).meta({ id: 'SignedDrillRecord' });
export type SignedDrillRecord = z.infer<typeof SignedDrillRecord>;
