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

const BlockNumber = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Which blocks of which log are exported; all of them by default. */
export const LogExportQuery = z.object({ log: LogName.default('acts'), from: BlockNumber.default(1), to: BlockNumber.optional() });
export type LogExportQuery = z.infer<typeof LogExportQuery>;

/** From the first of these days to the last; without them, from the first access or to the newest. */
export const AccessLogPeriod = z.strictObject({ from: LocalDateText.optional(), to: LocalDateText.optional() });
export type AccessLogPeriod = z.infer<typeof AccessLogPeriod>;

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
