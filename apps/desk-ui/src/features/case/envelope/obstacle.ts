// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, PrinterCondition } from '@sportello/contracts';
import { PROBLEM_TONES, wordsCodeOf } from '../../../ui/notice/problem-tones';
import type { ProblemTone } from '../../../ui/notice/problem-tones';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';

const TOLD_CONDITIONS: readonly PrinterCondition[] = ['media-jam', 'media-empty', 'door-open', 'stopped', 'offline'];

export interface ToldObstacle {
  readonly tone: ProblemTone;
  readonly heading: Wording;
  readonly text: Wording;
}

/** The form did not come out: that keeps no case, and it is printed again at the delivery. */
export function isAboutForm({ details }: NonNullable<CaseView['obstacle']>): boolean {
  return details?.['printer'] === 'forms';
}

/** Whether what keeps the case is a sheet that was spoiled, with its codes; when station, card or sheets are missing the page does not claim it. */
export function hasSpoiledSheet({ obstacle }: Pick<CaseView, 'obstacle'>): boolean {
  return obstacle === null || obstacle.code === 'printer-unavailable';
}

/** Why an envelope does not come out, and what the operator does about it. A printer tells more than its code: jam, no paper, open cover. */
export function obstacleOf(obstacle: NonNullable<CaseView['obstacle']>, printerNow: PrinterCondition | undefined): ToldObstacle {
  const tone = PROBLEM_TONES[obstacle.code];
  if (isAboutForm(obstacle)) return { tone, heading: wording('printer.form-not-printed.title'), text: wording('printer.form-not-printed.text') };
  if (obstacle.code === 'printer-unavailable') {
    const then = obstacle.details?.['condition'];
    const condition = TOLD_CONDITIONS.find((told) => told === then) ?? TOLD_CONDITIONS.find((told) => told === printerNow);
    if (condition) return { tone, heading: wording(`printer.${condition}.title`), text: wording(`printer.${condition}.text`) };
  }
  const key = `problems.${wordsCodeOf(obstacle.code)}`;
  return { tone, heading: wording(`${key}.title`), text: wording(`${key}.text`) };
}
