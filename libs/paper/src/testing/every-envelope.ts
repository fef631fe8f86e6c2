// SPDX-License-Identifier: AGPL-3.0-or-later
import { ENVELOPE_LANGUAGES, ENVELOPE_LAYOUTS, STATIONERIES } from '@sportello/domain';
import type { EnvelopeLayout, Stationery } from '@sportello/domain';

interface Sort {
  readonly stationery: Stationery;
  readonly layout: EnvelopeLayout;
}

/** Every stationery in every layout. */
export const EVERY_SORT: readonly Sort[] = STATIONERIES.flatMap((stationery) => ENVELOPE_LAYOUTS.map((layout) => ({ stationery, layout })));

/** And each of these in every language. */
export const EVERY_ENVELOPE = EVERY_SORT.flatMap((sort) => ENVELOPE_LANGUAGES.map((language) => ({ ...sort, language })));
