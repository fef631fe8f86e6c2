// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';

/** What is said to the citizen in a state of the case. */
export function sentenceFor({ state }: Pick<CaseView, 'state'>): Wording {
  return wording(`sentences.${state}`);
}
