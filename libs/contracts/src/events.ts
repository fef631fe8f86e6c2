// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Id } from './primitives';

/** Server-sent events are hints that something changed; whoever hears one reads the state again, and so does whoever reconnects. */
export const DeskEvent = z
  .discriminatedUnion('topic', [
    z.object({ topic: z.literal('card') }),
    z.object({ topic: z.literal('station') }),
    z.object({ topic: z.literal('case'), caseId: Id }),
    z.object({ topic: z.literal('sheets') }),
    z.object({ topic: z.literal('approval') }),
    z.object({ topic: z.literal('readers') }),
    z.object({ topic: z.literal('paper'), paperId: Id }),
    z.object({ topic: z.literal('people') }),
    z.object({ topic: z.literal('session') }),
    z.object({ topic: z.literal('training') }),
    z.object({ topic: z.literal('call'), callId: Id }),
    z.object({ topic: z.literal('revocation'), requestId: Id }),
  ])
  .meta({ id: 'DeskEvent' });
export type DeskEvent = z.infer<typeof DeskEvent>;

/** Names of the server-sent events, and how often a silent stream says that it is alive. */
export const EVENT_DESK = 'desk';
export const EVENT_JOB = 'job';
export const EVENT_HEARTBEAT = 'heartbeat';
export const HEARTBEAT_MS = 15_000;

/** Every act carries a key of its own: sent twice, it happens once. */
export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key';
export const CSRF_HEADER = 'x-csrf-token';
export const SESSION_COOKIE = '__Host-session';
/** Outlives the session: it names the station at which this browser stands. */
export const STATION_COOKIE = '__Host-station';
