// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Declaration } from '@sportello/domain';
import { mono, strong } from '../../drawing/rich-text';
import type { Block, Row, Sheet } from '../../flow/block';
import { shortDate } from '../../text/dates';
import type { SelfDeclarationData } from '../paper-data';
import { controllerFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { codeRow, documentRow, personLine } from '../person-rows';
import { SELF_DECLARATION_TEXTS } from './texts';
import type { SelfDeclarationTexts } from './texts';

/** States and qualities are certified by oneself (DPR 445/2000 art. 46); a fact that one knows, as a loss, is declared under art. 47. */
const ARTICLES = {
  'parental-responsibility': 'art. 46',
  guardianship: 'art. 46',
  curatorship: 'art. 46',
  'support-administration': 'art. 46',
  emancipation: 'art. 46',
  'loss-of-codes': 'art. 47',
} as const satisfies Readonly<Record<Declaration, string>>;

/** Signed once for all the cards of a visit: those that the desk has not seen yet are written in by hand, before the signature. Who makes a mark writes none. */
const COUNTS_FOR_THE_VISIT: readonly Declaration[] = ['parental-responsibility', 'guardianship', 'curatorship'];
const MOST_ON_A_PAGE = 3;

/** What the applicant declares, what for, and what happens to who declares what is not true. */
export function selfDeclarationSheets(data: SelfDeclarationData, words: PaperWords): readonly Sheet[] {
  const texts = SELF_DECLARATION_TEXTS[words.language];
  const article = ARTICLES[data.declaration];
  const reason = data.duplicateReason === null ? '' : ` ${texts.lossOf(words.said.form.duplicateReasons[data.duplicateReason])}`;
  return [
    {
      title: texts.titles[article],
      subtitle: texts.subtitle(article),
      number: { text: data.formNumber, alt: texts.formNumberAlt(data.formNumber) },
      blocks: [
        { kind: 'rows', title: texts.declarant, rows: declarantRows(data, words, texts) },
        { kind: 'text', title: texts.states, text: `${texts.declared[data.declaration]}${reason}` },
        { kind: 'rows', title: texts.holders(data.holders.length), rows: holderRows(data, words, texts) },
        ...titleBlocks(data, words, texts),
        { kind: 'frame', ...texts.warning },
        { kind: 'text', text: texts.notice(words.head.noticeVersion) },
        ...signingBlocks(data, texts),
      ],
      foot: controllerFoot(words),
    },
  ];
}

function declarantRows({ declarant, document }: SelfDeclarationData, words: PaperWords, texts: SelfDeclarationTexts): readonly Row[] {
  return [{ label: texts.fullName, value: personLine(declarant, words) }, codeRow(declarant, words), documentRow(document, words)];
}

function holderRows({ holders, declaration, signing }: SelfDeclarationData, { language }: PaperWords, texts: SelfDeclarationTexts): readonly Row[] {
  const named = holders.map(({ fullName, birthDate, codiceFiscale, idCartaLast4 }, index) => {
    const [name, between, card] = texts.holderValue(fullName, shortDate(birthDate, language), codiceFiscale, idCartaLast4);
    return { label: holders.length === 1 ? texts.ownCard : texts.holder(index + 1), value: [strong(name), between, mono(card)] };
  });
  const isForMore = COUNTS_FOR_THE_VISIT.includes(declaration) && signing === 'own-hand';
  const further = isForMore ? Array.from({ length: Math.max(0, MOST_ON_A_PAGE - holders.length) }, () => ({ label: texts.further, value: '' })) : [];
  return [...named, ...further];
}

/** What the declarant's quality rests on: a decree, or what emancipated them. */
function titleBlocks({ declaration, decree, title }: SelfDeclarationData, { language }: PaperWords, texts: SelfDeclarationTexts): readonly Block[] {
  if (declaration === 'emancipation') return [{ kind: 'rows', title: texts.emancipation, rows: [{ label: texts.emancipatedBy, value: title }] }];
  if (declaration !== 'support-administration') return [];
  return [
    {
      kind: 'rows',
      title: texts.decree,
      rows: [
        { label: texts.decreeNumber, value: decree?.number ?? '' },
        { label: texts.decreeDate, value: decree === null ? '' : shortDate(decree.issuedOn, language) },
        { label: texts.court, value: decree?.court ?? '' },
        { label: texts.powers, value: texts.powersValue },
      ],
    },
  ];
}

function signingBlocks({ signing }: SelfDeclarationData, texts: SelfDeclarationTexts): readonly Block[] {
  const own: Block = { kind: 'signatures', labels: [texts.placeAndDate, texts.signatures[signing]] };
  if (signing === 'own-hand') return [own];
  return [own, { kind: 'text', ...texts.attested }, { kind: 'signatures', labels: texts.official }, { kind: 'signatures', labels: texts.witnesses }];
}
