// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { WRITE_PHASE_COUNT } from './writing/write-progress';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';
import type { CardPlace } from './card-panel/card-place';
import { stopOf } from './stopped-case';

/** What a screen reader is told when the page moves by itself: the card, the state, and in the write each phase. */
export function caseAnnouncement(place: CardPlace, inHand: CaseView | null): Wording | null {
  if (inHand === null) return place.kind === 'reading' ? wording('announce.reading') : null;
  if (inHand.state === 'writing') {
    const done = inHand.phases.length;
    return wording('announce.phase', { done: Math.min(done + 1, WRITE_PHASE_COUNT), of: WRITE_PHASE_COUNT });
  }
  const state = stopOf(inHand) ? 'stopped' : inHand.state;
  return wording(`announce.${state}`, { number: inHand.number, sheet: inHand.sheet?.controlNumber ?? '' });
}
