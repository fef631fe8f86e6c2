// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rectangle } from '../drawing/page';

/** What the citizen's hand does to get at the codes: it decides the words on the outside. */
export type Opening = 'lift' | 'turn-and-lift' | 'turn-and-scratch' | 'tear-open';

/** Where a stationery has what. One sheet is one envelope: its front is the outside, its back the inside. Points from the top left corner of the side. */
export interface StationeryGeometry {
  readonly opening: Opening;
  /** On the outside, where the sheet brings its control number pre-printed: left free, with only the expected one printed under it. Null: blank paper, on which the number is printed. */
  readonly numberField: Rectangle | null;
  /** On the outside: hatched, so that nothing shows through; the same place on the inside is under the label, or folded in. */
  readonly mask: Rectangle;
  /** Where the outside says what to do: over the masked area, or under it. */
  readonly steps: 'over-mask' | 'under-mask';
  /** On the inside: right behind the masked area, where label or fold cover them and nothing secret stands elsewhere; or as the text flows, where nothing covers them. */
  readonly codes: 'behind-mask' | 'in-flow';
  /** A crease across the sheet: neither a code nor a bar code lies in it. Null: the sheet stays flat. */
  readonly fold: number | null;
}
