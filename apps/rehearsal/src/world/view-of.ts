// SPDX-License-Identifier: AGPL-3.0-or-later
import { ageAt, parseLocalDate } from '@sportello/domain';
import { DEMO_DESK } from '../data-folder/provision';
import type { DeckCard } from '../deck/deck';
import type { Sheet } from '../printers/output-tray';
import type { CardSlot } from '../reader/card-slot';
import type { QueueName } from '../printers/printer-room';
import { FOREIGN_CARD_ID, type World } from './world';
import type { CitizenView, PrinterView, SheetView, WorldView } from './world-view';

const foreignCitizen: Omit<CitizenView, 'apdus'> = {
  id: FOREIGN_CARD_ID,
  story: 'not-cns',
  surname: '',
  name: '',
  age: null,
  cardType: null,
  idCarta: null,
  codiceFiscale: null,
  hasOwnCodes: false,
  document: null,
  visit: null,
};

export const viewOf = (world: World, deskUrl: string, now: Date): WorldView => {
  return {
    desk: { name: DEMO_DESK.name, place: DEMO_DESK.place, url: deskUrl },
    citizens: [...world.table.cards.map((card) => citizenView(card, world, now)), { ...foreignCitizen, apdus: world.apdusOf(FOREIGN_CARD_ID) }],
    reserveLeft: world.table.reserveLeft,
    reader: readerView(world.slot),
    secondReader: readerView(world.secondSlot),
    hasSecondReader: world.secondSlot !== undefined,
    printers: { buste: printerView(world, 'buste'), moduli: printerView(world, 'moduli') },
    faults: {
      tear: world.slot.preparedTear,
      'slow-chip': world.slot.isChipSlow,
      'envelopes-jam': world.printers.has('buste', 'media-jam'),
      'envelopes-nothing-comes-out': world.printers.has('buste', 'nothing-comes-out'),
      'forms-out-of-paper': world.printers.has('moduli', 'media-empty'),
    },
  };
};

const readerView = (slot: CardSlot | undefined): WorldView['reader'] => {
  const stay = slot?.stay;
  return stay === undefined ? null : { ...stay, insertedAt: stay.insertedAt.toISOString() };
};

const citizenView = (card: DeckCard, world: World, now: Date): CitizenView => {
  const { id, story, surname, name, cardType, idCarta, codiceFiscale, document, visit } = card;
  const birthDate = parseLocalDate(card.birthDate);
  const age = birthDate.ok ? ageAt(birthDate.value, now) : null;
  return { id, story, surname, name, age, cardType, idCarta, codiceFiscale, hasOwnCodes: world.chips.hasOwnCodes(card), document, visit, apdus: world.apdusOf(id) };
};

const printerView = (world: World, queue: QueueName): PrinterView => {
  const { state, conditions, mediaSheets } = world.printers.snapshot(queue);
  return { state, conditions: [...conditions], mediaSheets, sheets: world.printers.tray(queue).sheets.map(sheetView) };
};

const sheetView = ({ id, printedAt, outside, codes }: Sheet): SheetView => ({ id, printedAt: printedAt.toISOString(), outside, codes });
