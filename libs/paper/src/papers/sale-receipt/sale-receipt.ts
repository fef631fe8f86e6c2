// SPDX-License-Identifier: AGPL-3.0-or-later
import { strong } from '../../drawing/rich-text';
import type { Sheet } from '../../flow/block';
import { atDesk } from '../../text/dates';
import { euros, percent } from '../../text/numbers';
import type { SaleReceiptData } from '../paper-data';
import { helpDeskFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { SALE_RECEIPT_TEXTS } from './texts';

/** What was paid for smart-card readers; it stands in for no fiscal document, and says so in a frame. */
export function saleReceiptSheets(data: SaleReceiptData, words: PaperWords): readonly Sheet[] {
  const { language } = words;
  const texts = SALE_RECEIPT_TEXTS[language];
  const { day, time } = atDesk(data.soldAt, language);
  return [
    {
      title: texts.title,
      subtitle: texts.subtitle(data.receiptNumber),
      number: null,
      blocks: [
        {
          kind: 'rows',
          title: texts.sale,
          rows: [
            { label: texts.article, value: texts.reader },
            { label: texts.quantity, value: String(data.quantity) },
            { label: texts.unit, value: euros(data.unitNetCents, language) },
            { label: texts.net, value: euros(data.netCents, language) },
            { label: texts.vat(percent(data.vatPercent, language)), value: euros(data.vatCents, language) },
            { label: texts.total, value: [strong(euros(data.totalCents, language))] },
            { label: texts.when, value: texts.whenValue(day, time) },
            { label: texts.operator, value: data.operator },
          ],
        },
        { kind: 'frame', title: texts.notFiscal, text: '' },
      ],
      foot: helpDeskFoot(words),
    },
  ];
}
