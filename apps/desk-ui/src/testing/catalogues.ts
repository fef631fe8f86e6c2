// SPDX-License-Identifier: AGPL-3.0-or-later
import frontEn from '../i18n/front/en.json';
import frontIt from '../i18n/front/it.json';
import restEn from '../i18n/en.json';
import restIt from '../i18n/it.json';

/** All words of each language, as they stand on every page but the first. */
export const it = { ...frontIt, ...restIt };
export const en = { ...frontEn, ...restEn };
