// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenCaseLine } from '@sportello/contracts';
import type { ShapeName } from '../../ui/shape/shape';
import { CASE_SHAPES } from '../../ui/states/case-shapes';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';

export interface Meanwhile {
  readonly shape: ShapeName;
  readonly words: Wording;
}

/** What the last known state of a case means for card and envelope while nobody can ask the server. */
export function caseMeanwhile({ state, isStopped, controlNumber }: Pick<OpenCaseLine, 'state' | 'isStopped' | 'controlNumber'>): Meanwhile {
  const shape = isStopped ? 'waiting' : state === 'written' ? 'done' : CASE_SHAPES[state];
  return { shape, words: wording(`lostLink.cases.${isStopped ? 'stopped' : state}`, { sheet: controlNumber ?? '' }) };
}
