// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ActivationMethod, activationMethodOf } from '@sportello/card-io/issuer';
import type { Settings } from '../../config/settings';

/** How a card of this type is taken into use here: as the installation says, else as its type does. */
export function methodOfCard({ activationMethods }: Pick<Settings, 'activationMethods'>, cardType: string | null): ActivationMethod {
  return activationMethods.get(cardType ?? '') ?? activationMethods.get('*') ?? activationMethodOf(cardType);
}
