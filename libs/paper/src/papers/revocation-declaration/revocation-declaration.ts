// SPDX-License-Identifier: AGPL-3.0-or-later
import { mono, strong } from '../../drawing/rich-text';
import type { Sheet } from '../../flow/block';
import { toTheSecondAtDesk } from '../../text/dates';
import type { RevocationDeclarationData } from '../paper-data';
import { controllerFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { codeRow, documentRow, personLine } from '../person-rows';
import { SELF_DECLARATION_TEXTS } from '../self-declaration/texts';
import { REVOCATION_DECLARATION_TEXTS } from './texts';

/** A theft or a loss that one knows of oneself is declared under art. 47 of DPR 445/2000. */
const ARTICLE = 'art. 47';

/** In place of a report: what happened to which card, noticed when, and what happens to who declares what is not true. */
export function revocationDeclarationSheets(data: RevocationDeclarationData, words: PaperWords): readonly Sheet[] {
  const { language } = words;
  const [common, texts] = [SELF_DECLARATION_TEXTS[language], REVOCATION_DECLARATION_TEXTS[language]];
  const { day, time } = toTheSecondAtDesk(data.happenedAt, language);
  return [
    {
      title: common.titles[ARTICLE],
      subtitle: texts.subtitle(ARTICLE),
      number: null,
      blocks: [
        { kind: 'rows', title: common.declarant, rows: [{ label: common.fullName, value: personLine(data.declarant, words) }, codeRow(data.declarant, words), documentRow(data.document, words)] },
        { kind: 'text', title: common.states, text: texts.declared[data.reason] },
        {
          kind: 'rows',
          title: texts.what,
          rows: [
            { label: texts.card, value: [texts.cardValue, mono(data.idCartaLast8)] },
            { label: texts.whose, value: data.isHolder ? texts.own : texts.spokenFor },
            { label: texts.noticed, value: [strong(texts.noticedValue(day, time))] },
          ],
        },
        { kind: 'text', text: texts.asks },
        { kind: 'frame', ...common.warning },
        { kind: 'text', text: common.notice(words.head.noticeVersion) },
        { kind: 'signatures', labels: [common.placeAndDate, common.signatures['own-hand']] },
      ],
      foot: controllerFoot(words),
    },
  ];
}
