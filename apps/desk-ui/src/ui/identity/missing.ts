// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Wording } from '../words/wording';

/** Something that the primary action waits for, and where the cursor goes to solve it. */
export interface Missing {
  /** The id of a field or a button on the page. */
  readonly target: string;
  readonly words: Wording;
}
