// SPDX-License-Identifier: AGPL-3.0-or-later
import type italian from '../../i18n/citizen/it.json';

/** What can be shown to a citizen in every language; Italian's file is the list. */
export type Phrases = typeof italian;
export type PhraseId = keyof Phrases;

/** The languages that citizens read, each named in itself. A language is a file of phrases and a row here. */
export const CITIZEN_LANGUAGES = [
  { code: 'it', name: 'Italiano', direction: 'ltr' },
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'de', name: 'Deutsch', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
  { code: 'ro', name: 'Română', direction: 'ltr' },
  { code: 'sq', name: 'Shqip', direction: 'ltr' },
  { code: 'uk', name: 'Українська', direction: 'ltr' },
  { code: 'zh', name: '中文', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
] as const;

export type CitizenLanguage = (typeof CITIZEN_LANGUAGES)[number]['code'];
