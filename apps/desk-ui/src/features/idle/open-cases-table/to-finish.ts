// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenCaseLine } from '@sportello/contracts';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';

/** What brings a case on its list to its end. */
export function toFinish({ state, isStopped, controlNumber }: OpenCaseLine): Wording {
  if (isStopped) return wording('toFinish.stopped');
  return wording(`toFinish.${state}`, { sheet: controlNumber ?? '' });
}
