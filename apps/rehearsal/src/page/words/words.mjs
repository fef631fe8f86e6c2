// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { en } from './en.mjs';
import { it } from './it.mjs';

/** @typedef {typeof it} Words */
/** @typedef {'it' | 'en'} Language */

const storedUnder = 'language';

/** @returns {Language} */
export const storedLanguage = () => (localStorage.getItem(storedUnder) === 'en' ? 'en' : 'it');

/** @param {Language} language */
export const storeLanguage = (language) => localStorage.setItem(storedUnder, language);

/** @param {Language} language @returns {Words} */
export const wordsIn = (language) => (language === 'it' ? it : en);
