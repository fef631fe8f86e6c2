// SPDX-License-Identifier: AGPL-3.0-or-later
import { mono, strong } from '../drawing/rich-text';
import type { RichText } from '../drawing/rich-text';
import type { Row } from '../flow/block';
import { shortDate } from '../text/dates';
import type { DocumentData, PersonData } from './paper-data';
import type { PaperWords } from './paper-words';

/** `ROSSI MARIA, nata il 01/01/1980 a Roma`; without what is not known. */
export function personLine({ fullName, sex, birthDate, birthPlace }: PersonData, { said, language }: PaperWords): RichText {
  if (birthDate === null) return fullName === '' ? '' : [strong(fullName)];
  return [strong(fullName), `, ${said.form.born(sex, shortDate(birthDate, language), birthPlace)}`];
}

export function codeRow({ codiceFiscale }: Pick<PersonData, 'codiceFiscale'>, { said }: PaperWords): Row {
  return { label: said.form.codiceFiscale, value: codiceFiscale === '' ? '' : [mono(codiceFiscale)] };
}

/** Numbers by their ends only, so that a lost paper lends nobody's document. */
export function documentRow(document: DocumentData | null, { said: { form } }: PaperWords): Row {
  return { label: form.document, value: document === null ? '' : form.documentValue(form.documentNames[document.type], document.last4) };
}
