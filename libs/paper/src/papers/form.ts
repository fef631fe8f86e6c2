// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sheet } from '../flow/block';
import { actRows, subtitleOf, whoRows } from './application-rows';
import type { FormData } from './paper-data';
import { controllerFoot, helpDeskOf, inDesksLanguage } from './paper-words';
import type { PaperWords } from './paper-words';

/** Whose copy of the form it is. */
export type FormCopy = 'citizen' | 'desk';

/** *Richiesta, informativa e ricevuta*: the citizen's copy in the language that they read, and the desk's, which is its evidence, in the desk's own. */
export function formCopies(words: PaperWords): readonly (readonly [FormCopy, PaperWords])[] {
  return [
    ['citizen', words],
    ['desk', inDesksLanguage(words)],
  ];
}

export function formSheet(data: FormData, copy: FormCopy, words: PaperWords): Sheet {
  const { said: { form }, head } = words;
  const { own, forAnother } = form.asks[data.purpose];
  const ask = data.applicant === null ? own : forAnother(data.holder.fullName);
  return {
    title: form.title,
    subtitle: subtitleOf(data, form.copies[copy], words),
    number: { text: data.formNumber, alt: form.formNumberAlt(data.formNumber) },
    blocks: [
      { kind: 'rows', title: form.who, rows: whoRows(data, words) },
      { kind: 'rows', title: form.what, rows: actRows(data, words) },
      { kind: 'text', ...form.request(head.noticeVersion, ask) },
      { kind: 'signatures', labels: [form.placeAndDate, form.signature] },
      { kind: 'text', ...form.loss(helpDeskOf(words).phone) },
    ],
    foot: controllerFoot(words),
  };
}
