// SPDX-License-Identifier: AGPL-3.0-or-later
/** Writes of one case that begin without anybody's decision, at first and again after each decision to go on. The column's default says the same. */
export const MOST_WRITES = 5;
