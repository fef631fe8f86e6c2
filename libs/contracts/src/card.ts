// SPDX-License-Identifier: AGPL-3.0-or-later
import { CARD_STATES } from '@sportello/domain';
import * as z from 'zod';
import { CertificateStatusView } from './certificate-status';
import { Id, IdCartaText, Instant, LocalDateText } from './primitives';
import { ProblemCode } from './problem';

/** The holder as the chip names them. Reaches a page only while the card is in that desk's reader. */
export const HolderView = z
  .object({
    surname: z.string(),
    name: z.string(),
    birthDate: LocalDateText,
    birthPlace: z.string(),
    sex: z.enum(['F', 'M']),
    codiceFiscale: z.string(),
    isOmocode: z.boolean(),
    age: z.int(),
  })
  .meta({ id: 'Holder' });
export type HolderView = z.infer<typeof HolderView>;

export const CertificateView = z
  .object({
    notAfter: Instant,
    status: z.enum(['valid', 'expired', 'not-yet-valid', 'untrusted', 'of-another-card']),
    /** Whether the hash in the certificate's name matches EF.Dati_personali; no match is a warning (which bytes are hashed is not published). */
    dataHash: z.enum(['padded', 'trimmed', 'without-header', 'none']),
  })
  .meta({ id: 'Certificate' });

export const CardWarning = z.enum(['id-carta-check-digit', 'data-hash-mismatch', 'codice-fiscale-disagrees', 'expires-soon', 'lengths-disagree']);

/** What the desk knows of the card in its reader. */
export const CardView = z
  .object({
    idCarta: IdCartaText,
    /** As printed top left on the plastic, for example ST2021; null when the ATR is not in the table. */
    cardType: z.string().nullable(),
    /** What the citizen installs at home to use a card of this type; null when it is not known. */
    software: z.string().nullable(),
    regionCode: z.string().nullable(),
    regionName: z.string().nullable(),
    teamNumber: z.string().nullable(),
    issuedOn: LocalDateText,
    expiresOn: LocalDateText,
    state: z.enum(CARD_STATES),
    certificate: CertificateView,
    /** What the authority's OCSP or list said when the card was recognised. */
    revocation: CertificateStatusView,
    warnings: z.array(CardWarning),
    holder: HolderView,
  })
  .meta({ id: 'Card' });
export type CardView = z.infer<typeof CardView>;

/** The card in the desk's reader, from insertion to removal. */
export const CardInReader = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('reading'), insertionId: Id, insertedAt: Instant }),
    z.object({ state: z.literal('recognised'), insertionId: Id, insertedAt: Instant, card: CardView, openCaseId: Id.nullable() }),
    z.object({ state: z.literal('not-usable'), insertionId: Id, insertedAt: Instant, reason: ProblemCode }),
  ])
  .meta({ id: 'CardInReader' });
export type CardInReader = z.infer<typeof CardInReader>;
