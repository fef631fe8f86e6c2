// SPDX-License-Identifier: AGPL-3.0-or-later
import { MASKED_AREA } from './masked-area';
import type { StationeryGeometry } from './stationery-geometry';

/** Blank paper: nothing hides the codes. In rehearsal the simulated tray keeps the inside from view, as if a label lay over it. */
export const PLAIN_PAPER: StationeryGeometry = {
  opening: 'lift',
  numberField: null,
  mask: MASKED_AREA,
  steps: 'under-mask',
  codes: 'in-flow',
  fold: null,
};
