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

export const CARD_TROUBLES = ['no-chip', 'unreadable', 'not-cns', 'unsupported'] as const;

/** What happens in the reader, in order; `insertionId` is the station's name for one stay of one card. */
export const CardEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('inserted'), insertionId: Id, at: Instant }),
    z.strictObject({ type: z.literal('recognised'), insertionId: Id, at: Instant, reading: CardReading }),
    z.strictObject({ type: z.literal('not-usable'), insertionId: Id, at: Instant, reason: z.enum(CARD_TROUBLES) }),
    z.strictObject({ type: z.literal('removed'), insertionId: Id, at: Instant }),
  ])
  .meta({ id: 'CardEvent' });
export type CardEvent = z.infer<typeof CardEvent>;
