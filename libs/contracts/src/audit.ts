// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
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
    stopped: z.array(z.object({ log: LogName, because: z.string() })),
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
