// SPDX-License-Identifier: AGPL-3.0-or-later
/** The languages in which paper is printed; Italian is the one in which a wording is first written. */
export type Language = 'it' | 'en';
