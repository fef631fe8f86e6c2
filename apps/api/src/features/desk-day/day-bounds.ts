// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '@sportello/domain';
import { deskMidnight } from '../../platform/ports/desk-midnight';

const HALF_DAY_MS = 12 * 3_600_000;

/** From the day's midnight at the desk to the next one's: 23, 24 or 25 hours. */
export function boundsOf(day: LocalDate): { readonly began: Date; readonly ended: Date } {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return { began: deskMidnight(new Date(noon)), ended: deskMidnight(new Date(noon + 2 * HALF_DAY_MS)) };
}
