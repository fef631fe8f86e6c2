// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { Chips } from '../chips/chips';
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
export type UseOutcome = CardUse | NoSuchCard | { readonly kind: 'card-in-reader' };

/** What a hand on the citizen's side can do. Nothing here knows the desk's program: it is reached through chips and paper only. */
export class World {
  constructor(
    readonly table: Table,
    readonly chips: Chips,
    readonly slot: CardSlot,
    readonly printers: PrinterRoom,
    private readonly authorityDer: Uint8Array,
    private readonly onChange: () => void,
  ) {}

  async insert(cardId: string): Promise<InsertOutcome | NoSuchCard> {
    if (cardId === FOREIGN_CARD_ID) return this.slot.insert(cardId, foreignCard());
    const card = this.table.card(cardId);
    if (card === undefined) return { kind: 'no-such-card' };
    return this.slot.insert(cardId, await this.chips.of(card));
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
    if (this.slot.stay?.cardId === cardId) return { kind: 'card-in-reader' };
    return useCard(await this.chips.of(card), pin, await this.chips.certificateOf(card), this.authorityDer);
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
