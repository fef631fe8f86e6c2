// SPDX-License-Identifier: AGPL-3.0-or-later
import { CARD_STATES, MODES_OF_ACTIVATION } from '@sportello/domain';
import * as z from 'zod';
import { Id, IdCartaText, Instant, LocalDateText } from '../primitives';

/** What somebody says of themselves, as it was typed; null: not said. One of the companions has to be there: codice fiscale, card number, or name and birth date. */
export const ToldIdentity = {
  codiceFiscale: z.string().trim().max(40).nullable(),
  idCarta: z.string().trim().max(40).nullable(),
  surname: z.string().trim().max(120).nullable(),
  name: z.string().trim().max(120).nullable(),
  birthDate: LocalDateText.nullable(),
} as const;

/** In the body and nowhere else: it is compared with its verifier and forgotten; no log, store of keys or answer holds it. */
export const CipText = z.string().trim().min(1).max(40);

/**
 * Within a call. Whichever part is wrong, the answer is the problem `cip-mismatch` with `retryAfterSeconds` and `mayRecordUnverified`; too early it is
 * `too-many-attempts` with `retryAfterSeconds`, and nothing was looked at.
 */
export const IdentifyByCipRequest = z.strictObject({ revision: z.int(), cip: CipText, ...ToldIdentity }).meta({ id: 'IdentifyByCipRequest' });
export type IdentifyByCipRequest = z.infer<typeof IdentifyByCipRequest>;

/** One card of the person, by what tells it from the others on the telephone. */
export const CardOfCaller = z
  .object({
    idCarta: IdCartaText,
    expiresOn: LocalDateText,
    activatedOn: LocalDateText.nullable(),
    /** Where it was activated. */
    desk: z.string().nullable(),
    mode: z.enum(MODES_OF_ACTIVATION).nullable(),
    state: z.enum(CARD_STATES),
    /** Whose CIP was told: it is proposed, and the others stay. */
    isOfThisCip: z.boolean(),
    /** The number of a request for it that has not ended. */
    openRequest: z.string().nullable(),
  })
  .meta({ id: 'CardOfCaller' });
export type CardOfCaller = z.infer<typeof CardOfCaller>;

/** Who was recognised, as far as the call needs it, and until when that holds. */
export const IdentificationByCipView = z
  .object({ id: Id, at: Instant, until: Instant, surname: z.string(), name: z.string(), isMinor: z.boolean(), cards: z.array(CardOfCaller).min(1) })
  .meta({ id: 'IdentificationByCip' });
export type IdentificationByCipView = z.infer<typeof IdentificationByCipView>;
