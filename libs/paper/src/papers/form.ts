// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sheet } from '../flow/block';
import { actRows, subtitleOf, whoRows } from './application-rows';
import type { FormData } from './paper-data';
import { controllerFoot, helpDeskOf } from './paper-words';
import type { PaperWords } from './paper-words';

/** *Richiesta, informativa e ricevuta*: one copy for the citizen, one for the desk. */
export function formSheets(data: FormData, words: PaperWords): readonly Sheet[] {
  const { said: { form }, head } = words;
  const { own, forAnother } = form.asks[data.purpose];
  const ask = data.applicant === null ? own : forAnother(data.holder.fullName);
  return form.copies.map((copy) => ({
    title: form.title,
    subtitle: subtitleOf(data, copy, words),
    number: { text: data.formNumber, alt: form.formNumberAlt(data.formNumber) },
    blocks: [
      { kind: 'rows', title: form.who, rows: whoRows(data, words) },
      { kind: 'rows', title: form.what, rows: actRows(data, words) },
      { kind: 'text', ...form.request(head.noticeVersion, ask) },
      { kind: 'signatures', labels: [form.placeAndDate, form.signature] },
      { kind: 'text', ...form.loss(helpDeskOf(words).phone) },
    ],
    foot: controllerFoot(words),
  }));
}
