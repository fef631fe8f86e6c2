// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { readJsonIfThere, writeJson } from '../data-folder/files';
import type { Deck, DeckCard } from '../deck/deck';

const HandedOut = z.strictObject({ count: z.int().nonnegative() });

/** Which citizens have come so far: those of the deck, and as many of the reserve as were called. */
export class Table {
  private constructor(
    private readonly deck: Deck,
    private readonly path: string,
    private called: number,
  ) {}

  static async open(deck: Deck, path: string): Promise<Table> {
    const handedOut = await readJsonIfThere(path, HandedOut);
    return new Table(deck, path, Math.min(handedOut?.count ?? 0, deck.reserve.length));
  }

  get cards(): readonly DeckCard[] {
    return [...this.deck.cards, ...this.deck.reserve.slice(0, this.called)];
  }

  get reserveLeft(): number {
    return this.deck.reserve.length - this.called;
  }

  card(id: string): DeckCard | undefined {
    return this.cards.find((card) => card.id === id);
  }

  /** The next ordinary citizen with a card that nobody has activated yet; undefined when all have come. */
  async callNext(): Promise<DeckCard | undefined> {
    const next = this.deck.reserve[this.called];
    if (next === undefined) return undefined;
    this.called += 1;
    await writeJson(this.path, { count: this.called });
    return next;
  }
}
