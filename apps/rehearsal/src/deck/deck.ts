// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS } from '@sportello/domain';
import * as z from 'zod';
import { CARD_STORIES } from './citizen-plan';

const Day = z.iso.date();
const Codes = z.strictObject({ pin: z.string().regex(/^\d{5,8}$/), puk: z.string().regex(/^\d{8}$/) });

/** An identity document, as its bearer holds it out over the counter. */
export const IdentityDocument = z.strictObject({
  type: z.enum(['cie', 'paper-identity-card', 'passport', 'driving-licence']),
  number: z.string(),
  issuer: z.string(),
  issuedOn: Day,
  expiresOn: Day,
  surname: z.string(),
  name: z.string(),
  birthDate: Day,
  /** Printed on the CIE only. */
  codiceFiscale: z.string().nullable(),
  /** Lines of the machine-readable zone (ICAO 9303); empty where the document has none. */
  mrz: z.array(z.string()).readonly(),
});
export type IdentityDocument = z.infer<typeof IdentityDocument>;

/** Who comes with the card and what they hold out, besides cards and identity documents. */
export const Visit = z.strictObject({
  kind: z.enum(CASE_KINDS).exclude(['holder']),
  /** The other card of the deck; null: its holder comes alone. */
  applicant: z.string().nullable(),
  decree: z.strictObject({ number: z.string(), issuedOn: Day, court: z.string() }).nullable(),
  /** With the document whose copy is attached. */
  delegation: z.strictObject({ signedOn: Day, holderDocument: z.strictObject({ type: z.string(), number: z.string(), expiresOn: Day }) }).nullable(),
  emancipationTitle: z.string().nullable(),
});
export type Visit = z.infer<typeof Visit>;

/** A citizen with their card, as invented when the deck was made. */
export const DeckCard = z.strictObject({
  /** Names the card in addresses and on disk: `rossi-maria`. */
  id: z.string().regex(/^[a-z-]+$/),
  story: z.enum(CARD_STORIES),
  surname: z.string(),
  name: z.string(),
  sex: z.enum(['F', 'M']),
  birthDate: Day,
  birthPlace: z.strictObject({ name: z.string(), code: z.string() }),
  codiceFiscale: z.string(),
  cardType: z.string(),
  idCarta: z.string().regex(/^\d{16}$/),
  issuedOn: Day,
  expiresOn: Day,
  /** The codes that the factory put on the chip, and wrote in its file for the register. */
  transport: Codes,
  /** What its holder chose since, on a card that is in use already. */
  inUse: Codes.nullable(),
  document: IdentityDocument,
  /** Null: whoever it is comes for themselves. */
  visit: Visit.nullable().default(null),
});
export type DeckCard = z.infer<typeof DeckCard>;

/** Everything invented, in the version that this program reads. */
export const Deck = z.strictObject({
  version: z.literal(1),
  madeOn: Day,
  /** On the table from the start. */
  cards: z.array(DeckCard).readonly(),
  /** Handed out one by one. */
  reserve: z.array(DeckCard).readonly(),
});
export type Deck = z.infer<typeof Deck>;
