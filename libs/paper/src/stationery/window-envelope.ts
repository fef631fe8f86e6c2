// SPDX-License-Identifier: AGPL-3.0-or-later
import { MASKED_AREA } from './masked-area';
import type { StationeryGeometry } from './stationery-geometry';

/** Blank paper that somebody folds into a window envelope: whoever folds it may read it. */
export const WINDOW_ENVELOPE: StationeryGeometry = {
  opening: 'tear-open',
  numberField: null,
  mask: MASKED_AREA,
  steps: 'under-mask',
  codes: 'in-flow',
  fold: null,
};
