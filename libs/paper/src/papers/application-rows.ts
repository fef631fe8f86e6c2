// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES } from '@sportello/domain';
import { mono } from '../drawing/rich-text';
import type { Row } from '../flow/block';
import { atDesk, shortDate } from '../text/dates';
import type { ApplicationData } from './paper-data';
import type { PaperWords } from './paper-words';
import { codeRow, documentRow, personLine } from './person-rows';

/** Who asks, beside whose card it is. */
export function whoRows({ holder, applicant, card, document }: ApplicationData, words: PaperWords): readonly Row[] {
  const { form } = words.said;
  const applicants: readonly Row[] = applicant === null ? [] : [{ label: form.qualities[applicant.quality], value: personLine(applicant, words) }, documentRow(document, words)];
  return [
    ...applicants,
    { label: form.holder, value: personLine(holder, words) },
    codeRow(holder, words),
    { label: form.card, value: form.cardValue(card.type, card.idCartaLast4, shortDate(card.expiresOn, words.language)) },
    ...(applicant === null ? [documentRow(document, words)] : []),
  ];
}

/** What the desk does, by whom: nothing is told as done that is still to happen. */
export function actRows(data: ApplicationData, words: PaperWords): readonly Row[] {
  const { form } = words.said;
  const hasLeaflet = CASE_KIND_RULES[data.kind].printouts.includes('leaflet');
  return [
    actRow(data, words),
    { label: form.envelope, value: form.envelopeValue(data.controlNumber) },
    operatorRow(data, words),
    ...(hasLeaflet ? [{ label: form.leaflet, value: form.leafletValue(data.card.type) }] : []),
  ];
}

/** The same, looked back upon. */
export function doneRows(data: ApplicationData, words: PaperWords): readonly Row[] {
  return [actRow(data, words), { label: words.said.form.envelope, value: [mono(data.controlNumber)] }, operatorRow(data, words)];
}

function actRow({ requestedAt, duplicateReason, purpose, mode }: ApplicationData, { said: { form }, language }: PaperWords): Row {
  const { day, time } = atDesk(requestedAt, language);
  const reason = duplicateReason === null ? null : form.duplicateReasons[duplicateReason];
  return { label: form.acts[purpose], value: form.actValue(day, time, form.modes[mode], reason) };
}

function operatorRow({ operator }: ApplicationData, { said: { form }, head: { desk } }: PaperWords): Row {
  return { label: form.operator, value: desk === null ? operator : `${operator}, ${desk.name}, ${desk.place}` };
}

export function subtitleOf(data: ApplicationData, copy: string, { said: { form } }: PaperWords): string {
  return form.subtitle(form.purposes[data.purpose], form.kinds[data.kind], data.receiptNumber, copy);
}
