// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { ControlNumberText } from '../primitives';

/** Sheets that follow one another, both ends in. */
export const SheetRangeMessage = z.strictObject({ first: ControlNumberText, last: ControlNumberText }).meta({ id: 'SheetRange' });
export type SheetRangeMessage = z.infer<typeof SheetRangeMessage>;

/** More ranges than these in one count or arrival is no count. */
export const MOST_RANGES = 2_000;
