// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardTiming, VirtualCard } from '@sportello/card-io/simulator';
import { slower } from './chip-timing';
import { ObservedCard } from './observed-card';
import type { ReaderContacts } from './reader-contacts';
import { isTornAt, type TearPoint } from './tear-points';

/** What the chip is being asked: nothing for a moment, its files, or its codes and key. */
export type ChipWork = 'idle' | 'reading' | 'writing';

/** One stay of one card in the reader. */
export type Stay = {
  readonly cardId: string;
  readonly insertedAt: Date;
  /** Commands that the chip executed since the insertion. */
  readonly apdus: number;
  readonly work: ChipWork;
  readonly isPullPending: boolean;
};

export type CardSlotOptions = {
  readonly contacts: ReaderContacts;
  readonly timing: CardTiming;
  readonly now: () => Date;
  readonly onChange: () => void;
};

export type InsertOutcome = { readonly kind: 'inserted' } | { readonly kind: 'slot-taken'; readonly cardId: string };

type Occupied = { readonly card: ObservedCard; stay: Stay; idleTimer: NodeJS.Timeout | undefined };

/** A chip that heard nothing for this long has nothing to do. */
const idleMs = 1200;
const slowness = 10;
const readingInstructions: ReadonlySet<number> = new Set([0xa4, 0xb0, 0xc0]);

/** The reader on the counter, from the citizen's side: one slot, a hand that may pull at any moment, and the faults that a card can have. */
export class CardSlot {
  private occupied: Occupied | undefined;
  private tear: TearPoint | null = null;
  private isSlow = false;
  private readonly executed = new Map<string, number>();

  constructor(private readonly options: CardSlotOptions) {}

  get stay(): Stay | undefined {
    return this.occupied?.stay;
  }

  /** Commands that this chip executed here so far, in all its stays. */
  apdusOf(cardId: string): number {
    return this.executed.get(cardId) ?? 0;
  }

  get preparedTear(): TearPoint | null {
    return this.tear;
  }

  get isChipSlow(): boolean {
    return this.isSlow;
  }

  insert(cardId: string, chip: VirtualCard): InsertOutcome {
    if (this.occupied !== undefined) return { kind: 'slot-taken', cardId: this.occupied.stay.cardId };
    const card = new ObservedCard(chip, {
      timing: () => (this.isSlow ? slower(this.options.timing, slowness) : this.options.timing),
      onCommand: (instruction) => this.noteWork(card, readingInstructions.has(instruction) ? 'reading' : 'writing'),
      onExecuted: (instruction) => this.noteExecuted(card, instruction),
    });
    this.occupied = { card, stay: { cardId, insertedAt: this.options.now(), apdus: 0, work: 'idle', isPullPending: false }, idleTimer: undefined };
    this.options.contacts.insert(card);
    this.options.onChange();
    return { kind: 'inserted' };
  }

  /** At any moment. Pulling from an empty slot does nothing, as with a hand. */
  pull(): void {
    if (this.occupied === undefined) return;
    clearTimeout(this.occupied.idleTimer);
    this.occupied.card.pulled();
    this.occupied = undefined;
    this.options.contacts.pull();
    this.options.onChange();
  }

  /** As a patient citizen: takes the card when the chip has been left in peace. */
  pullWhenIdle(): void {
    if (this.occupied === undefined) return;
    if (this.occupied.stay.work === 'idle') this.pull();
    else this.change(this.occupied, { isPullPending: true });
  }

  prepareTear(point: TearPoint | null): void {
    this.tear = point;
    this.options.onChange();
  }

  slowDown(isSlow: boolean): void {
    this.isSlow = isSlow;
    this.options.onChange();
  }

  async close(): Promise<void> {
    this.pull();
    await this.options.contacts.close();
  }

  private noteWork(card: ObservedCard, work: ChipWork): void {
    const { occupied } = this;
    if (occupied?.card !== card) return;
    clearTimeout(occupied.idleTimer);
    occupied.idleTimer = setTimeout(() => this.noteIdle(occupied), idleMs);
    if (occupied.stay.work !== work) this.change(occupied, { work });
  }

  private noteIdle(occupied: Occupied): void {
    if (this.occupied !== occupied) return;
    if (occupied.stay.isPullPending) this.pull();
    else this.change(occupied, { work: 'idle' });
  }

  private noteExecuted(card: ObservedCard, instruction: number): void {
    const { occupied } = this;
    if (occupied?.card !== card) return;
    this.executed.set(occupied.stay.cardId, this.apdusOf(occupied.stay.cardId) + 1);
    this.change(occupied, { apdus: occupied.stay.apdus + 1 });
    if (!isTornAt(this.tear, instruction)) return;
    this.tear = null;
    this.pull();
  }

  private change(occupied: Occupied, change: Partial<Stay>): void {
    occupied.stay = { ...occupied.stay, ...change };
    this.options.onChange();
  }
}
