// SPDX-License-Identifier: AGPL-3.0-or-later
import { ENVELOPE_LANGUAGES, ENVELOPE_LAYOUTS } from '@sportello/domain';
import * as z from 'zod';

/** How the citizen wants the envelope: its language, and whether in large print. */
export const EnvelopeStyleMessage = z.strictObject({ language: z.enum(ENVELOPE_LANGUAGES), layout: z.enum(ENVELOPE_LAYOUTS) }).meta({ id: 'EnvelopeStyle' });
export type EnvelopeStyleMessage = z.infer<typeof EnvelopeStyleMessage>;
