// SPDX-License-Identifier: AGPL-3.0-or-later
import { mm } from '../drawing/page';
import { PREPRINTED_NUMBER } from './preprinted-number';
import type { StationeryGeometry } from './stationery-geometry';

/**
 * Pressure-seal sheets for a printer that folds them in half and seals three edges before they reach its tray: the inside is never seen open. The upper half of the
 * front is what lies on top; the lower half is its back, hatched because the codes lie behind it.
 */
export const SEALED_IN_LINE: StationeryGeometry = {
  opening: 'tear-open',
  numberField: PREPRINTED_NUMBER,
  mask: { x: mm(15), y: mm(160), width: mm(180), height: mm(92) },
  steps: 'over-mask',
  codes: 'behind-mask',
  fold: mm(148.5),
};
