// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCard } from '@sportello/card-io/simulator';

/** What a card touches in the reader; whose other end the station holds, over the network or through PC/SC. */
export type ReaderContacts = {
  /** Into an empty reader. */
  insert(card: VirtualCard): void;
  /** At any moment. Pulling from an empty reader does nothing. */
  pull(): void;
  close(): Promise<void>;
};
