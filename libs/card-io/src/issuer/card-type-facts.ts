// SPDX-License-Identifier: AGPL-3.0-or-later
import { cardTypeNamed } from '../profiles/card-types';
import type { ActivationMethod } from '../profiles/card-profile';

/** Of a card whose type is not known. As with the types' own methods: a choice, not a known fact; an installation overrides it. */
const genericMethod: ActivationMethod = 'transport-codes';

/** How a card of this type (CardReading.cardType, or the code on the plastic) is taken into use unless the installation says otherwise. */
export function activationMethodOf(cardType: string | null): ActivationMethod {
  return typeOf(cardType)?.activation ?? genericMethod;
}

/** What the citizen needs at home for a card of this type; null: not known. */
export function softwareFor(cardType: string | null): string | null {
  return typeOf(cardType)?.software ?? null;
}

function typeOf(cardType: string | null): ReturnType<typeof cardTypeNamed> {
  return cardType === null ? undefined : cardTypeNamed(cardType);
}
