// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SPOIL_REASONS as Contract } from '@sportello/contracts';

/** The contract's reasons, checked by the compiler and without its code. */
export const SPOIL_REASONS: typeof Contract = ['sheet-damaged', 'sheet-illegible', 'sheet-missing'];
