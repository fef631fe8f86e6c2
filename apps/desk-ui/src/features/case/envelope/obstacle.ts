// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, StationView } from '@sportello/contracts';
import { PROBLEM_TONES, wordsCodeOf } from '../../../ui/notice/problem-tones';
import type { ProblemTone } from '../../../ui/notice/problem-tones';
import { toldPrinter } from '../../../ui/notice/told-printer';
import type { ToldPrinter } from '../../../ui/notice/told-printer';
import { wording } from '../../../ui/words/wording';

export interface ToldObstacle extends ToldPrinter {
  readonly tone: ProblemTone;
}

type Obstacle = NonNullable<CaseView['obstacle']>;

/** The form did not come out. Once the envelope is on its way that keeps no case, and the form is printed again at the delivery. */
export function isAboutForm({ details }: Obstacle): boolean {
  return details?.['printer'] === 'forms';
}

/** Why an envelope does not come out, and what the operator does about it. A printer tells more than its code: jam, no paper, open cover. */
export function obstacleOf({ obstacle, state }: { readonly obstacle: Obstacle; readonly state: CaseView['state'] }, station: Pick<StationView, 'envelopes'> | null): ToldObstacle {
  const tone = PROBLEM_TONES[obstacle.code];
  if (isAboutForm(obstacle) && state !== 'authorised') return { tone, heading: wording('printer.form-not-printed.title'), text: wording('printer.form-not-printed.text') };
  const told = obstacle.code === 'printer-unavailable' ? (toldPrinter(obstacle.details) ?? toldPrinter(troubleNow(station))) : undefined;
  const key = `problems.${wordsCodeOf(obstacle.code)}`;
  return { tone, ...(told ?? { heading: wording(`${key}.title`), text: wording(`${key}.text`) }) };
}

/** A printer that prints is in no trouble. */
function troubleNow(station: Pick<StationView, 'envelopes'> | null): { readonly condition: string } | undefined {
  return station && station.envelopes !== 'printing' ? { condition: station.envelopes } : undefined;
}
