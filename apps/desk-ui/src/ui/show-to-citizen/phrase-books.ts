// SPDX-License-Identifier: AGPL-3.0-or-later
import { InjectionToken } from '@angular/core';
import type { CitizenLanguage, Phrases } from './citizen-languages';

/** Each language is a file of its own in the build, fetched when a citizen needs it. */
const BOOKS: Readonly<Record<CitizenLanguage, () => Promise<{ readonly default: Phrases }>>> = {
  it: () => import('../../i18n/citizen/it.json'),
  en: () => import('../../i18n/citizen/en.json'),
  de: () => import('../../i18n/citizen/de.json'),
  fr: () => import('../../i18n/citizen/fr.json'),
  es: () => import('../../i18n/citizen/es.json'),
  ro: () => import('../../i18n/citizen/ro.json'),
  sq: () => import('../../i18n/citizen/sq.json'),
  uk: () => import('../../i18n/citizen/uk.json'),
  zh: () => import('../../i18n/citizen/zh.json'),
  ar: () => import('../../i18n/citizen/ar.json'),
};

/** Opens the phrases of a language. Rejects when the server does not give the file. */
export type OpenPhrases = (language: CitizenLanguage) => Promise<Phrases>;

export const OPEN_PHRASES = new InjectionToken<OpenPhrases>('phrases of a language', {
  providedIn: 'root',
  factory: () => async (language) => (await BOOKS[language]()).default,
});
