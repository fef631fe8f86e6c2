// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

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
