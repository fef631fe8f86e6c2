// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpeningView } from '@sportello/contracts';
import { longDate, shortClockTime, writtenDate } from '../../data/time/desk-time';
import { wording } from '../words/wording';
import type { Wording } from '../words/wording';

/** Whether somebody answers now, in one line. */
export function openingWords(opening: OpeningView, language: string, whose: 'helpDesk' | 'where' = 'helpDesk'): Wording {
  if (opening.isOpen) return wording(`${whose}.opening.open`, { until: shortClockTime(opening.until) });
  if (opening.next === null) return wording(`${whose}.opening.closedForLong`);
  return wording(`${whose}.opening.closed`, { day: longDate(opening.next, language).toLowerCase(), time: shortClockTime(opening.next) });
}

/** Why it is closed; null: it is open. Names of days and holidays are keys of their own. */
export function closedBecause(opening: OpeningView): { readonly words: Wording; readonly name: Wording | null } | null {
  if (opening.isOpen) return null;
  const { because } = opening;
  const words = wording(`helpDesk.opening.because.${because.because}`, because.because === 'closure' ? { until: writtenDate(because.until) } : {});
  if (because.because === 'holiday') return { words, name: wording(`helpDesk.holidays.${because.holiday}`) };
  return { words, name: because.because === 'weekday' ? wording(`hours.days.${because.weekday}`) : null };
}
