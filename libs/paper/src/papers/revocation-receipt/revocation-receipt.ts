// SPDX-License-Identifier: AGPL-3.0-or-later
import { strong } from '../../drawing/rich-text';
import type { Sheet } from '../../flow/block';
import { toTheSecondAtDesk } from '../../text/dates';
import type { RevocationReceiptData } from '../paper-data';
import { helpDeskFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { REVOCATION_RECEIPT_TEXTS } from './texts';

/** What whoever asked at the desk takes along: the number to tell the help desk, and when it was asked for. */
export function revocationReceiptSheets(data: RevocationReceiptData, words: PaperWords): readonly Sheet[] {
  const { language } = words;
  const texts = REVOCATION_RECEIPT_TEXTS[language];
  const { day, time } = toTheSecondAtDesk(data.recordedAt, language);
  return [
    {
      title: texts.titles[data.act],
      subtitle: texts.subtitle(data.requestNumber),
      number: null,
      blocks: [
        {
          kind: 'rows',
          title: texts.request,
          rows: [
            { label: texts.number, value: [strong(data.requestNumber)] },
            { label: texts.when, value: [strong(texts.whenValue(day, time))] },
            { label: texts.reason, value: texts.reasons[data.reason] },
            { label: texts.card, value: data.idCartaLast8 === null ? texts.noCard : texts.cardValue(data.idCartaLast8) },
            { label: texts.operator, value: data.operator },
          ],
        },
        { kind: 'frame', title: data.isDecided ? texts.goesOut : texts.waits, text: texts.effects[data.act] },
      ],
      foot: helpDeskFoot(words),
    },
  ];
}
