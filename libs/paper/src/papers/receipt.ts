// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sheet } from '../flow/block';
import { atDesk } from '../text/dates';
import { doneRows, subtitleOf, whoRows } from './application-rows';
import type { ReceiptData } from './paper-data';
import { controllerFoot, helpDeskOf } from './paper-words';
import type { PaperWords } from './paper-words';

/** What was done, for somebody who lost their copy: nothing on it is signed, and it carries no bar code that would file it. */
export function receiptSheets(data: ReceiptData, words: PaperWords): readonly Sheet[] {
  const { form } = words.said;
  const delivered = form.deliveredValue(data.deliveredAt === null ? null : atDesk(data.deliveredAt, words.language));
  return [
    {
      title: form.receiptTitle,
      subtitle: subtitleOf(data, form.receiptCopy, words),
      number: null,
      blocks: [
        { kind: 'rows', title: form.who, rows: whoRows(data, words) },
        { kind: 'rows', title: form.what, rows: [...doneRows(data, words), { label: form.delivered, value: delivered }] },
        { kind: 'text', ...form.loss(helpDeskOf(words).phone) },
        data.logProof === null ? { kind: 'text', ...form.logProofToCome } : { kind: 'qr-code', ...form.logProof, code: data.logProof },
      ],
      foot: controllerFoot(words),
    },
  ];
}
