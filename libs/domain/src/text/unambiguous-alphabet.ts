// SPDX-License-Identifier: AGPL-3.0-or-later
/** Capitals and digits that nobody mistakes for one another: without I, L, O, 0 and 1. */
export const UNAMBIGUOUS_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
