// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Base64Url, Hex, Id, IdCartaText, Instant } from '../primitives';

/** The public files of the chip, raw: the API parses and judges them. */
export const CardReading = z
  .strictObject({
    atr: Hex,
    cardType: z.string().max(20).nullable(),
    idCarta: IdCartaText,
    personalData: Base64Url.max(1000),
    certificate: Base64Url.max(6000),
    apdus: z.int(),
    milliseconds: z.number(),
  })
  .meta({ id: 'CardReading' });
export type CardReading = z.infer<typeof CardReading>;

/**
 * `not-pushed-in`: seen through the contactless side of a dual reader; `faulty-chip`: it answers, and what its files hold is no card's;
 * `professional-card`: its ATR says that it is a health professional's.
 */
export const CARD_TROUBLES = ['no-chip', 'unreadable', 'not-cns', 'unsupported', 'not-pushed-in', 'faulty-chip', 'professional-card'] as const;

/** A station's readers: cases are about the card in the citizen's. */
export const READER_ROLES = ['citizen', 'operator'] as const;
export const ReaderRole = z.enum(READER_ROLES);
export type ReaderRole = z.infer<typeof ReaderRole>;

/** What happens in a reader, in order; `insertionId` is the station's name for one stay of one card. */
export const CardEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('inserted'), reader: ReaderRole, insertionId: Id, at: Instant }),
    z.strictObject({ type: z.literal('recognised'), reader: ReaderRole, insertionId: Id, at: Instant, reading: CardReading }),
    /** `cardType`: as its ATR names it, so that cards that are not served are counted by type. */
    z.strictObject({
      type: z.literal('not-usable'),
      reader: ReaderRole,
      insertionId: Id,
      at: Instant,
      reason: z.enum(CARD_TROUBLES),
      cardType: z.string().max(20).nullable().exactOptional(),
    }),
    z.strictObject({ type: z.literal('removed'), reader: ReaderRole, insertionId: Id, at: Instant }),
  ])
  .meta({ id: 'CardEvent' });
export type CardEvent = z.infer<typeof CardEvent>;
