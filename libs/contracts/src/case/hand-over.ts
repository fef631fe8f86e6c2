// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Id } from '../primitives';

/** To a colleague of the desk, or to oneself: whoever takes the case up. The note is for the colleague, and is no place for a person's data. */
export const HandOverCaseRequest = z.strictObject({ revision: z.int(), toOperatorId: Id, note: z.string().trim().max(200).nullable() }).meta({ id: 'HandOverCaseRequest' });
export type HandOverCaseRequest = z.infer<typeof HandOverCaseRequest>;

/** Whom the case could be handed to. */
export const ColleaguesView = z.object({ colleagues: z.array(z.object({ id: Id, name: z.string(), isMe: z.boolean() })) }).meta({ id: 'Colleagues' });
export type ColleaguesView = z.infer<typeof ColleaguesView>;
