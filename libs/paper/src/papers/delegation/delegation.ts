// SPDX-License-Identifier: AGPL-3.0-or-later
import { strong } from '../../drawing/rich-text';
import type { Row, Sheet } from '../../flow/block';
import { shortDate } from '../../text/dates';
import type { DelegationData } from '../paper-data';
import { controllerFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { codeRow, documentRow } from '../person-rows';
import { DELEGATION_TEXTS } from './texts';
import type { DelegationTexts } from './texts';

/** The delegation for reasons of health, which are never told. What is not known stays free for a hand. */
export function delegationSheets(data: DelegationData, words: PaperWords): readonly Sheet[] {
  const texts = DELEGATION_TEXTS[words.language];
  return [
    {
      title: texts.title,
      subtitle: texts.subtitle,
      number: data.formNumber === null ? null : { text: data.formNumber, alt: texts.formNumberAlt(data.formNumber) },
      blocks: [
        { kind: 'rows', title: texts.holder, rows: rowsOf(data.holder, words, texts) },
        { kind: 'rows', title: texts.delegate, rows: rowsOf(data.delegate, words, texts) },
        { kind: 'text', ...texts.object },
        { kind: 'text', ...texts.impediment },
        { kind: 'list', title: texts.attached, items: texts.attachments },
        { kind: 'text', text: texts.notice(words.head.noticeVersion) },
        { kind: 'signatures', labels: [texts.placeAndDate, texts.signature] },
      ],
      foot: controllerFoot(words),
    },
  ];
}

function rowsOf(person: DelegationData['holder'], words: PaperWords, texts: DelegationTexts): readonly Row[] {
  return [
    { label: texts.fullName, value: person === null || person.fullName === '' ? '' : [strong(person.fullName)] },
    { label: texts.born, value: person === null || person.birthDate === null ? '' : [shortDate(person.birthDate, words.language), person.birthPlace].filter(Boolean).join(', ') },
    codeRow({ codiceFiscale: person?.codiceFiscale ?? '' }, words),
    documentRow(person?.document ?? null, words),
  ];
}
