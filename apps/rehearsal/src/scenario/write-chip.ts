// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import type { WritingTearPoint } from '../reader/tear-points';
import type { CitizenClient } from './citizen-client';
import type { DeskClient } from './desk-client';
import type { HintStream } from './hint-stream';
import { patienceMs } from './patience';
import { StoryBroken } from './story-broken';

export type ChipWriting = {
  readonly desk: DeskClient;
  readonly deskHints: HintStream;
  readonly citizens: CitizenClient;
  readonly cardId: string;
  readonly caseId: string;
  readonly outerCode: string;
  readonly tearAt: WritingTearPoint | undefined;
  readonly tell: (sentence: string) => void;
};

/** From the scan that gives the go-ahead to the written chip. A card that is torn out on the way is put back, and nobody does more about it. */
export const writeChip = async ({ desk, deskHints, citizens, cardId, caseId, outerCode, tearAt, tell }: ChipWriting): Promise<void> => {
  const until = (awaited: string, isSo: (found: CaseView) => boolean): Promise<true> =>
    deskHints.until(awaited, patienceMs, async () => (isSo(await desk.case(caseId)) ? true : undefined));

  if (tearAt !== undefined) await citizens.tearAt(tearAt);
  await desk.scan(caseId, outerCode);
  if (tearAt !== undefined) {
    await until('the card to be torn out', ({ state, isCardInReader }) => state === 'interrupted' && !isCardInReader);
    tell('The card is torn out while it is written, and put back.');
    await citizens.insert(cardId);
    await until('the writing to go on', ({ state }) => state !== 'interrupted');
  }
  await until('the chip to be written', isWritten);
};

export const isWritten = ({ state, obstacle }: CaseView): boolean => {
  if (state !== 'interrupted' && state !== 'faulty') return state === 'written';
  throw new StoryBroken(`The case is ${state} (${obstacle?.code ?? 'no reason given'}).`);
};
