// SPDX-License-Identifier: AGPL-3.0-or-later
import { MASKED_AREA } from './masked-area';
import { PREPRINTED_NUMBER } from './preprinted-number';
import type { StationeryGeometry } from './stationery-geometry';

/**
 * A laser PIN mailer with a scratch label on its back. The figures are printed on the label, whose pattern makes them unreadable from the tray on; scratching it off
 * shows them, and shows for ever that it was done.
 */
export const SCRATCH_LABEL_MAILER: StationeryGeometry = {
  opening: 'turn-and-scratch',
  numberField: PREPRINTED_NUMBER,
  mask: MASKED_AREA,
  steps: 'under-mask',
  codes: 'behind-mask',
  fold: null,
};
