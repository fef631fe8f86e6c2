// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sheet } from '../../flow/block';
import { atDesk } from '../../text/dates';
import type { FunctionalCheckData } from '../paper-data';
import { helpDeskFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { FUNCTIONAL_CHECK_TEXTS } from './texts';

/** The verdict, what it rests on, and what to do. It names nobody. */
export function functionalCheckSheets(data: FunctionalCheckData, words: PaperWords): readonly Sheet[] {
  const texts = FUNCTIONAL_CHECK_TEXTS[words.language];
  const { day, time } = atDesk(data.checkedAt, words.language);
  return [
    {
      title: texts.title,
      subtitle: texts.subtitle(day, time, data.operator),
      number: null,
      blocks: [
        { kind: 'frame', title: texts.verdicts[data.verdict], text: texts.advice[data.advice] },
        {
          kind: 'rows',
          title: texts.card,
          rows: [
            { label: texts.type, value: data.cardType ?? texts.notRead },
            { label: texts.number, value: data.idCartaLast4 === null ? texts.notRead : texts.numberValue(data.idCartaLast4) },
          ],
        },
        { kind: 'rows', title: texts.checked, rows: data.rows.map(({ check, finding }) => ({ label: texts.checks[check], value: texts.findings[finding] })) },
        { kind: 'text', text: texts.limits },
      ],
      foot: helpDeskFoot(words),
    },
  ];
}
