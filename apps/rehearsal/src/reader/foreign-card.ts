// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex } from '@sportello/card-io';
import type { VirtualCard } from '@sportello/card-io/simulator';

const fileNotFound = fromHex('6A82');
const instructionNotSupported = fromHex('6D00');
const select = 0xa4;

/** A smart card of another kind, such as people take for their health card: its historical bytes spell an invented shop, and it holds none of a CNS's files. */
export const foreignCard = (): VirtualCard => ({
  // T=0 without interface bytes (ISO 7816-3 §8.2): 3B, nine historical bytes, "SOCI CARD".
  atr: fromHex('3B09534F43492043415244'),
  state: { pin: '', puk: '', pinTriesLeft: 0, pukTriesLeft: 0, issuerTriesLeft: 0 },
  process: (command) => Promise.resolve(command[1] === select ? fileNotFound : instructionNotSupported),
  reset: () => undefined,
});
