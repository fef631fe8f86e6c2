// SPDX-License-Identifier: AGPL-3.0-or-later
import { softwareFor } from '@sportello/card-io/issuer';
import type { PaperText } from '@sportello/contracts';

/** The leaflet for a card of this type; null: for any. */
export function leafletText(cardType: string | null): PaperText {
  return { paper: 'leaflet', cardType, software: softwareFor(cardType) };
}
