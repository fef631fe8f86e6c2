// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';
import { stopOf } from './stopped-case';

/** What is said to the citizen in a state of the case. */
export function sentenceFor({ state, obstacle }: Pick<CaseView, 'state' | 'obstacle'>): Wording {
  const stop = stopOf({ state, obstacle });
  if (stop) return wording(stop.isElsewhere ? 'stopped.sentenceElsewhere' : 'stopped.sentence');
  return wording(`sentences.${state}`);
}
