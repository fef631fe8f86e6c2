// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { CARD_STORIES } from '../deck/citizen-plan';
import { IdentityDocument, Visit } from '../deck/deck';
import { TEAR_POINTS } from '../reader/tear-points';

export const FAULTS = ['tear', 'slow-chip', 'envelopes-jam', 'envelopes-nothing-comes-out', 'forms-out-of-paper'] as const;
export type Fault = (typeof FAULTS)[number];

/** A citizen of the deck, with their card in hand. The smart card of another kind has neither codice fiscale nor document. */
const CitizenView = z.object({
  id: z.string(),
  story: z.enum([...CARD_STORIES, 'not-cns']),
  surname: z.string(),
  name: z.string(),
  age: z.int().nullable(),
  cardType: z.string().nullable(),
  idCarta: z.string().nullable(),
  codiceFiscale: z.string().nullable(),
  /** The chip no longer has the factory's codes. */
  hasOwnCodes: z.boolean(),
  document: IdentityDocument.nullable(),
  /** Who comes with the card, and which papers they hold out; null: its holder, alone. */
  visit: Visit.nullable(),
  /** Commands that the chip executed in the reader so far, in all its stays. */
  apdus: z.int(),
});

const ReaderView = z.object({
  cardId: z.string(),
  insertedAt: z.iso.datetime(),
  apdus: z.int(),
  work: z.enum(['idle', 'reading', 'writing']),
  isPullPending: z.boolean(),
});

const SheetView = z.object({
  id: z.string(),
  printedAt: z.iso.datetime(),
  outside: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('envelope'), controlNumber: z.string(), recipient: z.string(), outerCode: z.string() }),
    z.object({ kind: z.literal('form'), formNumber: z.string(), title: z.string() }),
    z.object({ kind: z.literal('other') }),
    z.object({ kind: z.literal('unreadable') }),
  ]),
  codes: z.object({ pin: z.string(), puk: z.string(), cip: z.string() }).nullable(),
});

const PrinterView = z.object({
  state: z.enum(['idle', 'processing', 'stopped']),
  conditions: z.array(z.string()),
  mediaSheets: z.int(),
  /** Newest first. */
  sheets: z.array(SheetView),
});

/** Everything that stands on the citizen's side of the counter, at once. */
export const WorldView = z.object({
  desk: z.object({ name: z.string(), place: z.string(), url: z.string() }),
  citizens: z.array(CitizenView),
  reserveLeft: z.int(),
  reader: ReaderView.nullable(),
  /** The operator's reader; `hasSecondReader`: whether there is one. */
  secondReader: ReaderView.nullable(),
  hasSecondReader: z.boolean(),
  printers: z.object({ buste: PrinterView, moduli: PrinterView }),
  faults: z.object({
    tear: z.enum(TEAR_POINTS).nullable(),
    'slow-chip': z.boolean(),
    'envelopes-jam': z.boolean(),
    'envelopes-nothing-comes-out': z.boolean(),
    'forms-out-of-paper': z.boolean(),
  }),
});
export type WorldView = z.infer<typeof WorldView>;
export type CitizenView = z.infer<typeof CitizenView>;
export type SheetView = z.infer<typeof SheetView>;
export type PrinterView = z.infer<typeof PrinterView>;
