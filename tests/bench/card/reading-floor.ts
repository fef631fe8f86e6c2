// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a card like those of the rehearsal's deck takes to be read, with no reader, station or page around it. */
import { CardSession, readCard } from '@sportello/card-io';
import { connectDirectly } from '@sportello/card-io/simulator';
import { report, rounded } from '../measure';
import { classicCard, contentsOfSample } from './bench-cards';
import { paced } from './paced-card';

const main = async (): Promise<void> => {
  const contents = await contentsOfSample(0);
  const card = paced(classicCard(contents));
  const read = await readCard(new CardSession(connectDirectly(card)));
  if ('kind' in read && read.kind === 'unreadable') throw new Error('the card cannot be read');
  const { apdus, milliseconds } = card.toll();
  report('card-reading', { certificateBytes: contents.certificateDer.length, apdus, milliseconds: rounded(milliseconds, 1) });
};

void main();
