// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ControlNumber, countOf, numbersOf, sheetRange, without } from '@sportello/domain';
import { frameCodes } from '@sportello/seal';
import { StartRefused } from '../../config/environment';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import type { Transaction } from '../../platform/database/transaction';
import type { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Keys } from '../../platform/keys/keys';
import { encryptTransportCodes } from '../../platform/keys/transport-codes-cipher';
import type { SlowHash } from '../../platform/passwords/slow-hash';
import type { Randomness } from '../../platform/ports/randomness';
import { makeEnrolmentCode } from '../../platform/stations/make-enrolment-code';
import { deskCoded } from './desk-coded';
import type { ProvisionFile } from './provision-file';
import { provisionOperator } from './provision-operator';
import { ProvisioningRepository } from './provisioning.repository';

type FileOperator = ProvisionFile['operators'][number];

export interface Provisioned {
  readonly sheets: number;
  readonly transportCodes: number;
}

/** Sets an installation up from a file, in one transaction: the way in which a real one gets its first desk too. */
export class Provision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Pick<Keys, 'lookup' | 'transportCodes'>,
    private readonly slowHash: SlowHash,
    private readonly randomness: Randomness,
  ) {}

  /** @throws StartRefused when the file names a body or desk that nobody made. */
  async run(file: ProvisionFile): Promise<Provisioned> {
    // Slow hashes before the transaction; one after the other leaves a running API its share.
    const hashes = new Map<string, string>();
    for (const operator of file.operators) hashes.set(operator.username, await this.passwordHash(operator));
    return this.unitOfWork.run(async (transaction) => {
      await bodies(transaction, file);
      await desks(transaction, file);
      await this.stations(transaction, file);
      for (const operator of file.operators) await provisionOperator(transaction, operator, hashes.get(operator.username) ?? '');
      const sheets = await loadSheets(transaction, file);
      for (const card of file.cards) await transaction.repository(ProvisioningRepository).card(card, transaction.now);
      for (const lot of file.reportedLots) await transaction.repository(ProvisioningRepository).reportedLot(transaction.newId(), lot, transaction.now);
      const transportCodes = await this.transportCodes(transaction, file);
      transaction.audit({
        act: 'installation.provisioned',
        actor: { kind: 'installation' },
        requestId: null,
        details: { desks: file.desks.length, operators: file.operators.length, sheets, transportCodes, cards: file.cards.length, reportedLots: file.reportedLots.length },
      });
      return { sheets, transportCodes };
    });
  }

  /** Of somebody who is there and is not reset, the one that they have; a password that is the same as before keeps its hash, too. */
  private async passwordHash({ username, password, isReset }: FileOperator): Promise<string> {
    const known = await this.unitOfWork.read((transaction) => transaction.repository(ProvisioningRepository).operatorNamed(username));
    if (known && !isReset) return known.passwordHash;
    if (known && (await this.slowHash.matches(password, known.passwordHash)) === true) return known.passwordHash;
    const hash = await this.slowHash.hash(password);
    if (typeof hash !== 'string') throw new Error('one hash at a time is never too many');
    return hash;
  }

  /** An enrolled station keeps its keys: its code is for a station that was never enrolled. */
  private async stations(transaction: Transaction, { stations }: ProvisionFile): Promise<void> {
    const rows = transaction.repository(ProvisioningRepository);
    for (const { desk: code, name, enrolmentCode } of stations) {
      const desk = await deskCoded(transaction, code);
      let station = await rows.stationAt(desk.id, name);
      if (!station) {
        await rows.addStation({ id: transaction.newId(), deskId: desk.id, name, createdAt: transaction.now });
        station = await rows.stationAt(desk.id, name);
      }
      if (!station || station.enrolledAt !== null) continue;
      await makeEnrolmentCode(transaction, { actor: { kind: 'installation' }, requestId: null }, { keys: this.keys, code: enrolmentCode, stationId: station.id });
    }
  }

  private async transportCodes(transaction: Transaction, file: ProvisionFile): Promise<number> {
    const rows = transaction.repository(ProvisioningRepository);
    let added = 0;
    for (const { idCarta, pin, puk } of file.transportCodes) {
      const frame = frameCodes({ pin: Buffer.from(pin, 'ascii'), puk: Buffer.from(puk, 'ascii') });
      const encrypted = encryptTransportCodes({ key: this.keys.transportCodes, idCarta, frame, randomness: this.randomness });
      frame.fill(0);
      if (await rows.transportCodes(idCarta, encrypted, transaction.now)) added += 1;
    }
    return added;
  }
}

async function bodies(transaction: Transaction, file: ProvisionFile): Promise<void> {
  for (const { id, name, kind } of file.bodies) {
    await transaction.repository(ProvisioningRepository).body({ id: id ?? transaction.newId(), name, kind, createdAt: transaction.now });
  }
}

async function desks(transaction: Transaction, file: ProvisionFile): Promise<void> {
  const rows = transaction.repository(ProvisioningRepository);
  for (const { body: bodyName, ...desk } of file.desks) {
    const body = await rows.bodyNamed(bodyName);
    if (!body) throw new StartRefused(`The desk ${desk.code} names the body "${bodyName}", which nobody made.`);
    await rows.desk({ id: transaction.newId(), bodyId: body.id, createdAt: transaction.now }, desk);
  }
}

async function loadSheets(transaction: Transaction, file: ProvisionFile): Promise<number> {
  let added = 0;
  const stock = transaction.repository(SheetStockRepository);
  for (const { desk: code, station: name, from, to } of file.sheets) {
    const desk = await deskCoded(transaction, code);
    const box = sheetRange(from as ControlNumber, to as ControlNumber);
    if (!box.ok) throw new StartRefused(`The box of sheets from ${from} to ${to} ends before it begins, or has more than ${box.refusal.most} sheets.`);
    const station = await transaction.repository(ProvisioningRepository).stationForSheets(desk.id, name ?? null);
    if (name !== undefined && !station) throw new StartRefused(`The box of sheets from ${from} to ${to} names the station "${name}", which the desk ${code} does not have.`);
    // Those that came before stay where they are, at another desk too.
    const fresh = without([box.value], await stock.cameBefore(desk.id, [box.value]));
    for (const range of fresh) {
      await stock.receive({ id: transaction.newId(), deskId: desk.id, range, note: null, receivedBy: null }, numbersOf([range]).map(() => transaction.newId()), transaction.now);
      if (station) await stock.load(desk.id, station.id, range, transaction.now);
    }
    added += countOf(fresh);
  }
  return added;
}
