// SPDX-License-Identifier: AGPL-3.0-or-later
import { MASKED_AREA } from './masked-area';
import { PREPRINTED_NUMBER } from './preprinted-number';
import type { StationeryGeometry } from './stationery-geometry';

/** A laser PIN mailer with a peel label on its back. The figures are printed on the label's film over its pattern; lifting the film shows them, and it does not stick again. */
export const PEEL_LABEL_MAILER: StationeryGeometry = {
  opening: 'turn-and-lift',
  numberField: PREPRINTED_NUMBER,
  mask: MASKED_AREA,
  steps: 'under-mask',
  codes: 'behind-mask',
  fold: null,
};
