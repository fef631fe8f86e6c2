// SPDX-License-Identifier: AGPL-3.0-or-later
import { ACT_FAMILIES, AUDIT_OUTCOMES, AUDIT_SUBJECTS, AUDITED_ACTS, LOG_STOPS, ROLES } from '@sportello/domain';
import * as z from 'zod';
import { DeskName } from './people';
import { Id, Instant, LocalDateText } from './primitives';

/** Carries the newest heads of the log in answers to people who are signed in and to stations, as JSON of `LogHead[]`. */
export const LOG_HEAD_HEADER = 'sportello-log-heads';

export const LogName = z.enum(['acts', 'access']);
export type LogName = z.infer<typeof LogName>;

/** The end of a log at some moment, by the number and hash of its newest block. */
export const LogHead = z
  .object({ installation: z.string(), log: LogName, number: z.int().min(1), hash: z.string(), rows: z.int().min(1) })
  .meta({ id: 'LogHead' });
export type LogHead = z.infer<typeof LogHead>;

/** A head that the station saw, signed by it over `{ head, station }` (`HEAD_PURPOSE`); and the one that it held `before`, which the log must still have. */
export const HeadCountersignature = z.strictObject({ head: LogHead, signature: z.string().min(1).max(200), before: LogHead.nullable() }).meta({ id: 'HeadCountersignature' });
export type HeadCountersignature = z.infer<typeof HeadCountersignature>;

/** The API told a head that the one which the station holds speaks against. */
export const HeadContradiction = z.strictObject({ held: LogHead, told: LogHead }).meta({ id: 'HeadContradiction' });
export type HeadContradiction = z.infer<typeof HeadContradiction>;

/** Where the logs end, and whether they are sealed: `stopped` says why not, until a person has looked at it. */
export const LogHeadsView = z
  .object({
    heads: z.array(LogHead),
    stopped: z.array(z.object({ log: LogName, because: z.enum(LOG_STOPS) })),
  })
  .meta({ id: 'LogHeadsView' });
export type LogHeadsView = z.infer<typeof LogHeadsView>;

const BlockNumber = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Which blocks of which log are exported; all of them by default. */
export const LogExportQuery = z.object({ log: LogName.default('acts'), from: BlockNumber.default(1), to: BlockNumber.optional() });
export type LogExportQuery = z.infer<typeof LogExportQuery>;

/** From the first of these days to the last, newest first; `after`: the `next` of the page before. */
export const AccessLogQuery = z.strictObject({ from: LocalDateText, to: LocalDateText, after: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional() });
export type AccessLogQuery = z.infer<typeof AccessLogQuery>;

export const AccessLogPeriod = AccessLogQuery.omit({ after: true });
export type AccessLogPeriod = z.infer<typeof AccessLogPeriod>;

const AccountName = z.object({ id: Id, username: z.string(), displayName: z.string() });

/** One access of an administrator, or one command of whoever has the installation's keys. No address is kept of either. */
export const AccessLogEntry = z
  .object({
    at: Instant,
    act: z.string(),
    outcome: z.enum(['done', 'refused', 'failed']),
    /** Whose access it is; null: a command. */
    person: AccountName.nullable(),
    /** Who did it, when it was somebody else: an administrator ended another's session. */
    by: AccountName.nullable(),
    /** Of a command: under which account of the server it ran. */
    systemAccount: z.string().nullable(),
    desk: z.string().nullable(),
    station: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AccessLogEntry' });
export type AccessLogEntry = z.infer<typeof AccessLogEntry>;

export const AccessLogView = z.object({ entries: z.array(AccessLogEntry), next: z.int().nullable() }).meta({ id: 'AccessLog' });
export type AccessLogView = z.infer<typeof AccessLogView>;

/** How many rows of the log are read at a time. */
export const LOG_PAGE_ROWS = 50;

/** Which rows of a log are read, the newest first. Days are those of the desks; `act`: one act, or a family of them; `after`: the last row of the page before. */
export const LogRowsQuery = z
  .strictObject({
    log: LogName.default('acts'),
    from: LocalDateText.optional(),
    to: LocalDateText.optional(),
    act: z.union([z.enum(AUDITED_ACTS), z.enum(ACT_FAMILIES)]).optional(),
    outcome: z.enum(AUDIT_OUTCOMES).optional(),
    operatorId: Id.optional(),
    deskId: Id.optional(),
    stationId: Id.optional(),
    caseId: Id.optional(),
    subjectKind: z.enum(AUDIT_SUBJECTS).optional(),
    subjectId: z.string().min(1).max(100).optional(),
    after: Id.optional(),
  })
  .refine(({ subjectKind, subjectId }) => (subjectKind === undefined) === (subjectId === undefined), { path: ['subjectId'] });
export type LogRowsQuery = z.infer<typeof LogRowsQuery>;

const LogFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

/** A row of the log, with the names that its ids have today. A person of another body has none here. */
export const LogRowView = z
  .object({
    id: Id,
    at: Instant,
    log: LogName,
    act: z.enum(AUDITED_ACTS),
    /** Null: a row of before outcomes were written. */
    outcome: z.enum(AUDIT_OUTCOMES).nullable(),
    actor: z.enum(['operator', 'station', 'installation', 'nobody']),
    operator: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    /** That the person had when they acted. */
    roles: z.array(z.enum(ROLES)),
    desk: DeskName.nullable(),
    station: z.object({ id: Id, name: z.string() }).nullable(),
    case: z.object({ id: Id, number: z.int() }).nullable(),
    subject: z.object({ kind: z.enum(AUDIT_SUBJECTS), id: z.string(), name: z.string().nullable() }).nullable(),
    details: LogFacts,
    change: z.object({ before: LogFacts.nullable(), after: LogFacts.nullable() }).nullable(),
    requestId: z.string().nullable(),
    /** That seals it; null: it waits. */
    block: z.int().nullable(),
  })
  .meta({ id: 'LogRow' });
export type LogRowView = z.infer<typeof LogRowView>;

export const LogRowsView = z
  .object({
    rows: z.array(LogRowView).max(LOG_PAGE_ROWS),
    hasMore: z.boolean(),
  })
  .meta({ id: 'LogRows' });
export type LogRowsView = z.infer<typeof LogRowsView>;

/** That a row stands in the log, for whoever has the key: `npm run audit:verify -- --proof`. */
export const LogRowProof = z.object({ proof: z.string() }).meta({ id: 'LogRowProof' });
export type LogRowProof = z.infer<typeof LogRowProof>;

/** How each log stands: up to where it is sealed, since when and by which key, how many rows wait, and why nothing is added any more. */
export const LogStateView = z
  .object({
    logs: z.array(
      z.object({
        log: LogName,
        newest: z.object({ number: z.int(), sealedAt: Instant, keyId: z.string() }).nullable(),
        /** Counted up to ten thousand. */
        waiting: z.int(),
        stopped: z.enum(LOG_STOPS).nullable(),
      }),
    ),
    /** By which the reader may choose rows: of their desks, or of all. */
    desks: z.array(DeskName),
    stations: z.array(z.object({ id: Id, name: z.string(), deskId: Id })),
    people: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'LogState' });
export type LogStateView = z.infer<typeof LogStateView>;
