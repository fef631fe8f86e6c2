// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { Chips } from '../chips/chips';
import { askSelfCheck } from '../home/ask-self-check';
import type { CardUse } from '../home/card-use';
import { useCard } from '../home/use-card';
import type { PaperPage } from '../paper-reader/paper';
import type { OpenOutcome } from '../printers/output-tray';
import type { PrinterRoom, QueueName } from '../printers/printer-room';
import type { CardSlot, InsertOutcome } from '../reader/card-slot';
import { foreignCard } from '../reader/foreign-card';
import type { Table } from './table';
import type { Fault } from './world-view';

export const FOREIGN_CARD_ID = 'soci-card';

export type NoSuchCard = { readonly kind: 'no-such-card' };
export type NoSuchReader = { readonly kind: 'no-such-reader' };
export type UseOutcome = CardUse | NoSuchCard | { readonly kind: 'card-in-reader' };
/** What the self-check page said; null: it is not there. */
export type SelfCheckOutcome = Exclude<UseOutcome, { readonly kind: 'signed' }> | { readonly kind: 'told'; readonly heading: string | null };

export const READER_NAMES = ['citizen', 'operator'] as const;
export type ReaderName = (typeof READER_NAMES)[number];

/** What the world is made of. */
export type WorldParts = {
  readonly table: Table;
  readonly chips: Chips;
  readonly slot: CardSlot;
  readonly secondSlot: CardSlot | undefined;
  readonly printers: PrinterRoom;
  readonly authorityDer: Uint8Array;
  readonly selfCheckUrl?: string | undefined;
  readonly onChange: () => void;
};

/** What a hand on the citizen's side can do. Nothing here knows the desk's program: it is reached through chips and paper only. */
export class World {
  readonly table: Table;
  readonly chips: Chips;
  /** The citizen's reader. */
  readonly slot: CardSlot;
  /** The operator's, in which whoever comes for somebody else shows their own card; where there is one. */
  readonly secondSlot: CardSlot | undefined;
  readonly printers: PrinterRoom;
  private readonly authorityDer: Uint8Array;
  private readonly selfCheckUrl: string | undefined;
  private readonly onChange: () => void;

  constructor({ table, chips, slot, secondSlot, printers, authorityDer, selfCheckUrl, onChange }: WorldParts) {
    this.table = table;
    this.chips = chips;
    this.slot = slot;
    this.secondSlot = secondSlot;
    this.printers = printers;
    this.authorityDer = authorityDer;
    this.selfCheckUrl = selfCheckUrl;
    this.onChange = onChange;
  }

  slotOf(reader: ReaderName): CardSlot | undefined {
    return reader === 'citizen' ? this.slot : this.secondSlot;
  }

  async insert(cardId: string, reader: ReaderName = 'citizen'): Promise<InsertOutcome | NoSuchCard | NoSuchReader> {
    const slot = this.slotOf(reader);
    if (slot === undefined) return { kind: 'no-such-reader' };
    const card = this.table.card(cardId);
    if (card === undefined && cardId !== FOREIGN_CARD_ID) return { kind: 'no-such-card' };
    const chip = card === undefined ? foreignCard() : await this.chips.of(card);
    // One card is in one reader.
    if (this.isInReader(cardId)) return { kind: 'slot-taken', cardId };
    return slot.insert(cardId, chip);
  }

  isInReader(cardId: string): boolean {
    return [this.slot, this.secondSlot].some((slot) => slot?.stay?.cardId === cardId);
  }

  apdusOf(cardId: string): number {
    return this.slot.apdusOf(cardId) + (this.secondSlot?.apdusOf(cardId) ?? 0);
  }

  /** Calls the next ordinary citizen; false when all have come. */
  async callNext(): Promise<boolean> {
    const next = await this.table.callNext();
    this.onChange();
    return next !== undefined;
  }

  async useAtHome(cardId: string, pin: string): Promise<UseOutcome> {
    const card = this.table.card(cardId);
    if (card === undefined) return { kind: 'no-such-card' };
    if (this.isInReader(cardId)) return { kind: 'card-in-reader' };
    return useCard(await this.chips.of(card), pin, await this.chips.certificateOf(card), this.authorityDer);
  }

  /** The citizen opens *La mia tessera funziona?* at home, and types the PIN. */
  async checkAtHome(cardId: string, pin: string): Promise<SelfCheckOutcome> {
    const use = await this.useAtHome(cardId, pin);
    const card = this.table.card(cardId);
    if (use.kind !== 'signed' || card === undefined) return use.kind === 'signed' ? { kind: 'no-such-card' } : use;
    const url = this.selfCheckUrl;
    return { kind: 'told', heading: url === undefined ? null : await askSelfCheck({ url, card: await this.chips.issuedTo(card), authorityDer: this.authorityDer }) };
  }

  openSheet(queue: QueueName, sheetId: string): OpenOutcome {
    const outcome = this.printers.tray(queue).open(sheetId);
    this.onChange();
    return outcome;
  }

  takeSheet(queue: QueueName, sheetId: string): boolean {
    const isTaken = this.printers.tray(queue).take(sheetId);
    this.onChange();
    return isTaken;
  }

  sidesOf(queue: QueueName, sheetId: string): readonly PaperPage[] | undefined {
    return this.printers.tray(queue).sidesOf(sheetId);
  }

  setFault(fault: Exclude<Fault, 'tear'>, isOn: boolean): void {
    switch (fault) {
      case 'slow-chip':
        this.slot.slowDown(isOn);
        break;
      case 'envelopes-jam':
        this.printers.set('buste', 'media-jam', isOn);
        break;
      case 'envelopes-nothing-comes-out':
        this.printers.set('buste', 'nothing-comes-out', isOn);
        break;
      case 'forms-out-of-paper':
        this.printers.set('moduli', 'media-empty', isOn);
        break;
      default:
        assertNever(fault);
    }
  }
}
