// SPDX-License-Identifier: AGPL-3.0-or-later
import { strong } from '../../drawing/rich-text';
import type { Sheet } from '../../flow/block';
import type { LeafletData } from '../paper-data';
import { helpDeskFoot, helpDeskOf } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { LEAFLET_TEXTS } from './texts';

/** One sheet, two sides: how to use the card, and what it opens. */
export function leafletSheets({ cardType, software }: LeafletData, words: PaperWords): readonly Sheet[] {
  const texts = LEAFLET_TEXTS[words.language];
  const { phone, hours } = helpDeskOf(words);
  return [
    {
      title: texts.title,
      subtitle: texts.subtitle(cardType),
      number: null,
      blocks: [
        { kind: 'rows', title: texts.codes, rows: [{ label: 'PIN', value: texts.pin }, { label: 'PUK', value: texts.puk }, { label: 'CIP', value: texts.cip(phone) }] },
        { kind: 'list', title: texts.needed, items: [texts.reader, texts.software(cardType, software)] },
        { kind: 'list', title: texts.works, items: texts.worksAlready },
        { kind: 'text', ...texts.notDone },
        { kind: 'text', ...texts.lost(phone) },
      ],
      foot: helpDeskFoot(words),
    },
    {
      title: texts.backTitle,
      subtitle: texts.backSubtitle,
      number: null,
      blocks: [
        { kind: 'list', title: texts.services, items: texts.serviceNames },
        { kind: 'list', title: texts.spid, items: texts.spidFacts },
        { kind: 'list', title: texts.cie, items: texts.cieFacts },
        { kind: 'rows', title: texts.helpDesk, rows: [{ label: texts.phone, value: [strong(phone)] }, { label: texts.hours, value: hours }] },
      ],
      foot: helpDeskFoot(words),
    },
  ];
}
