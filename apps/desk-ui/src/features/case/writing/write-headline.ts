// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { wordsCodeOf } from '../../../ui/notice/problem-tones';
import type { ShapeName } from '../../../ui/shape/shape';
import type { ReaderTrouble } from '../../../ui/states/reader-trouble';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';
import type { CardPlace } from '../card-panel/card-place';
import { isAboutForm } from '../envelope/obstacle';
import { stopOf } from '../stopped-case';

export interface Headline {
  readonly shape: ShapeName | null;
  readonly title: Wording;
  readonly text: Wording | null;
}

/** The message of the moment. A card that was pulled is no fault: neutral, and nothing to press. */
export function headlineOf(inHand: CaseView, place: CardPlace, trouble: ReaderTrouble | null = null): Headline {
  const { state, obstacle, number, initials } = inHand;
  if (state === 'writing' && obstacle?.code === 'station-offline') {
    return { shape: 'attention', title: wording('readerTrouble.offline-writing.title'), text: wording('readerTrouble.offline-writing.text') };
  }
  if (state === 'writing' && trouble) return { shape: 'attention', ...trouble };
  if (state === 'writing') return { shape: null, title: wording('writing.title'), text: null };
  // To put the card in again would help nothing: that is not asked for.
  const stop = stopOf(inHand);
  if (stop) return { shape: 'stopped', title: stop.title, text: stop.text };
  const facts = { number, initials };
  if (place.kind === 'foreign') {
    return { shape: 'attention', title: wording('problems.wrong-card.title', facts), text: wording('problems.wrong-card.text', facts) };
  }
  const isAway = place.kind === 'empty' || place.kind === 'reading';
  // Nobody took the card out: the reader does not see it.
  if (isAway && trouble) return { shape: 'attention', ...trouble };
  if (isAway) {
    const title = state === 'printed' ? 'writing.insert' : 'writing.takenOut';
    return { shape: 'interrupted', title: wording(title), text: wording('writing.noRestart') };
  }
  if (obstacle && !isAboutForm(obstacle)) {
    const key = `problems.${wordsCodeOf(obstacle.code)}`;
    return { shape: 'attention', title: wording(`${key}.title`, facts), text: wording(`${key}.text`, facts) };
  }
  return state === 'printed'
    ? { shape: null, title: wording('writing.about'), text: null }
    : { shape: 'interrupted', title: wording('writing.halted'), text: wording('writing.haltedText') };
}
