// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardView } from '@sportello/contracts';
import { birthdayOf, FULL_AGE, parseLocalDate } from '@sportello/domain';
import { writtenDate } from '../../../data/time/desk-time';

/** What the words of a refusal at recognition need to know of the card. */
export function factsOf(card: CardView | null): Readonly<Record<string, unknown>> {
  if (card === null) return {};
  const birth = parseLocalDate(card.holder.birthDate);
  return {
    cardType: card.cardType ?? '',
    region: card.regionName ?? '',
    expiresOn: writtenDate(card.expiresOn),
    certificateEnd: writtenDate(card.certificate.notAfter),
    age: card.holder.age,
    adultOn: birth.ok ? writtenDate(birthdayOf(birth.value, FULL_AGE)) : '',
  };
}
