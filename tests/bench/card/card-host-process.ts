// SPDX-License-Identifier: AGPL-3.0-or-later
/** The slot and its cards. card-host.ts starts it and speaks to it; each request is answered by what the cards have taken so far. */
import { serveCardEndpoint } from '@sportello/card-io/simulator';
import { classicCard, contentsOfSample } from './bench-cards';
import type { Hosted, Request } from './card-host';
import { paced, sum, type Toll } from './paced-card';

const main = async (): Promise<void> => {
  const contents = await contentsOfSample();
  const slot = await serveCardEndpoint();
  let former: Toll = { apdus: 0, milliseconds: 0 };
  let card = paced(classicCard(contents));
  process.on('message', ({ act }: Request) => {
    if (act === 'pull') slot.pull();
    if (act === 'insert') {
      former = sum(former, card.toll());
      card = paced(classicCard(contents));
      slot.insert(card);
    }
    process.send?.(sum(former, card.toll()));
  });
  process.send?.({ port: slot.port, certificateBytes: contents.certificateDer.length } satisfies Hosted);
};

process.once('disconnect', () => process.exit());
void main();
