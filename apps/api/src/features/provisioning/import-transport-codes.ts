// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import { frameCodes } from '@sportello/seal';
import { timingSafeEqual } from 'node:crypto';
import { StartRefused } from '../../config/environment';
import type { Transaction } from '../../platform/database/transaction';
import type { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Keys } from '../../platform/keys/keys';
import { decryptTransportCodes, encryptTransportCodes } from '../../platform/keys/transport-codes-cipher';
import type { Randomness } from '../../platform/ports/randomness';
import { type LineComplaint, type TransportCodesLine, readTransportCodes } from './transport-codes-file';
import { TransportCodesRepository } from './transport-codes.repository';

export interface Imported {
  readonly added: number;
  /** Cards whose same codes were here already. */
  readonly known: number;
}

export type ImportRefusal = { readonly kind: 'no-cards' } | { readonly kind: 'lines'; readonly complaints: readonly LineComplaint[] };

/** Rows of one statement. */
const BATCH = 1_000;

/** Takes the manufacturer's transport codes in: all of a file or nothing, and the same file twice changes nothing. */
export class ImportTransportCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Pick<Keys, 'transportCodes'>,
    private readonly randomness: Randomness,
  ) {}

  /**
   * `clear` is the caller's to wipe.
   *
   * @throws StartRefused when a card of the file changes during the import, or the codes kept here are not this key's: nothing of the file is kept then.
   */
  async run(clear: Buffer, { isDryRun }: { readonly isDryRun: boolean }): Promise<Outcome<Imported, ImportRefusal>> {
    const { cards, complaints } = readTransportCodes(clear);
    try {
      if (cards.length === 0 && complaints.length === 0) return refuse({ kind: 'no-cards' });
      return await this.unitOfWork.run(async (transaction) => {
        const { fresh, complaints: more } = await this.judge(transaction, cards);
        const all = [...complaints, ...more].sort((one, other) => one.line - other.line);
        if (all.length > 0) return refuse({ kind: 'lines', complaints: all });
        const imported: Imported = { added: fresh.length, known: cards.length - fresh.length };
        if (!isDryRun) await this.write(transaction, fresh, imported);
        return accept(imported);
      });
    } finally {
      for (const { transportPin, transportPuk } of cards) [transportPin, transportPuk].forEach((code) => code.wipe());
    }
  }

  private async judge(transaction: Transaction, cards: readonly TransportCodesLine[]): Promise<{ readonly fresh: readonly TransportCodesLine[]; readonly complaints: readonly LineComplaint[] }> {
    const [fresh, complaints]: [TransportCodesLine[], LineComplaint[]] = [[], []];
    for (const batch of batchesOf(cards)) {
      const found = await transaction.repository(TransportCodesRepository).known(batch.map(({ idCarta }) => idCarta));
      const known = new Map(found.map((card) => [card.idCarta, card]));
      for (const card of batch) {
        const { isTaken = false, encrypted = null } = known.get(card.idCarta) ?? {};
        if (isTaken) complaints.push({ line: card.line, kind: 'not-inactive' });
        else if (encrypted === null) fresh.push(card);
        else if (!this.areCodesOf(card, encrypted)) complaints.push({ line: card.line, kind: 'other-codes' });
      }
    }
    return { fresh, complaints };
  }

  private async write(transaction: Transaction, fresh: readonly TransportCodesLine[], { added, known }: Imported): Promise<void> {
    for (const batch of batchesOf(fresh)) {
      const rows = batch.map((card) => ({ idCarta: card.idCarta, encrypted: this.encrypted(card) }));
      if ((await transaction.repository(TransportCodesRepository).add(rows, transaction.now)) !== rows.length) throw new StartRefused('Cards of this file were changed during the import: run it again.');
    }
    transaction.audit({ act: 'transport-codes.imported', actor: { kind: 'installation' }, requestId: null, details: { added, known } });
  }

  private encrypted(card: TransportCodesLine): Buffer {
    const frame = frameOf(card);
    try {
      return encryptTransportCodes({ key: this.keys.transportCodes, idCarta: card.idCarta, frame, randomness: this.randomness });
    } finally {
      frame.fill(0);
    }
  }

  private decrypted(idCarta: string, encrypted: Buffer): Uint8Array {
    try {
      return decryptTransportCodes({ key: this.keys.transportCodes, idCarta, encrypted });
    } catch {
      throw new StartRefused('Codes that are kept here do not open with transport-codes.key of KEYS_DIR: is it the right folder?');
    }
  }

  private areCodesOf(card: TransportCodesLine, encrypted: Buffer): boolean {
    const kept = this.decrypted(card.idCarta, encrypted);
    const mine = frameOf(card);
    try {
      return mine.length === kept.length && timingSafeEqual(mine, kept);
    } finally {
      for (const frame of [mine, kept]) frame.fill(0);
    }
  }
}

function frameOf({ transportPin, transportPuk }: TransportCodesLine): Uint8Array {
  return transportPin.use((pin) => transportPuk.use((puk) => frameCodes({ pin, puk })));
}

function batchesOf(cards: readonly TransportCodesLine[]): readonly (readonly TransportCodesLine[])[] {
  return Array.from({ length: Math.ceil(cards.length / BATCH) }, (_, index) => cards.slice(index * BATCH, (index + 1) * BATCH));
}
