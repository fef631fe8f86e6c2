// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetLossReason } from '@sportello/domain';

/** Sheets that went out of use because nobody has them: there is nothing to put into a bag. */
const WITHOUT_PAPER: readonly SheetLossReason[] = ['sheet-missing', 'sheet-skipped', 'missing-at-count', 'lost-on-the-way'];

/** SQL over the spoiled sheet `s`. */
export const HAS_PAPER = `s.reason not in (${WITHOUT_PAPER.map((reason) => `'${reason}'`).join(', ')})`;
