// SPDX-License-Identifier: AGPL-3.0-or-later
import { causeOfReturn, thingsToBringBack } from '@sportello/domain';
import type { Block, Sheet } from '../../flow/block';
import { atDesk } from '../../text/dates';
import type { ReturnSlipData } from '../paper-data';
import { helpDeskFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { THING_NAMES } from '../things-to-bring';
import { RETURN_SLIP_TEXTS } from './texts';

/** Why somebody goes home, what to bring back, and where. It names nobody; the hour is written by hand, as the desk agrees on it. */
export function returnSlipSheets({ reason, caseNumber, issuedAt }: ReturnSlipData, words: PaperWords): readonly Sheet[] {
  const texts = RETURN_SLIP_TEXTS[words.language];
  const { desk } = words.head;
  const things = thingsToBringBack(reason).map((thing) => THING_NAMES[words.language][thing]);
  const priority: readonly Block[] = caseNumber === null ? [] : [{ kind: 'frame', ...texts.priority(caseNumber) }];
  const bring: readonly Block[] = things.length === 0 ? [] : [{ kind: 'list', title: texts.bring, items: things }];
  return [
    {
      title: caseNumber === null ? texts.title : texts.priorityTitle,
      subtitle: texts.subtitle(atDesk(issuedAt, words.language).day),
      number: null,
      blocks: [
        ...priority,
        { kind: 'text', title: texts.why, text: texts.causes[causeOfReturn(reason)] },
        ...bring,
        {
          kind: 'rows',
          title: texts.where,
          rows: [
            { label: texts.desk, value: desk === null ? texts.anyDesk : `${desk.name}, ${desk.place}` },
            { label: texts.when, value: '' },
          ],
        },
        { kind: 'text', ...texts.meanwhile },
      ],
      foot: helpDeskFoot(words),
    },
  ];
}
