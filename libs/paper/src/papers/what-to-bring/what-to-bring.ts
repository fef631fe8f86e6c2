// SPDX-License-Identifier: AGPL-3.0-or-later
import { DESK_KINDS, whatToBring } from '@sportello/domain';
import type { Sheet } from '../../flow/block';
import type { WhatToBringData } from '../paper-data';
import { helpDeskFoot } from '../paper-words';
import type { PaperWords } from '../paper-words';
import { THING_NAMES } from '../things-to-bring';
import { WHAT_TO_BRING_TEXTS } from './texts';

/** The answer to somebody in the queue, out of the kind's own row. */
export function whatToBringSheets({ kind, purpose }: WhatToBringData, words: PaperWords): readonly Sheet[] {
  const texts = WHAT_TO_BRING_TEXTS[words.language];
  const { form } = words.said;
  const { things, declarations, needsApproval, deskKinds } = whatToBring(kind, purpose);
  const desks = deskKinds.map((each) => texts.desks[each]).join(', ');
  return [
    {
      title: texts.title,
      subtitle: texts.subtitle(form.purposes[purpose], form.kinds[kind]),
      number: null,
      blocks: [
        { kind: 'text', title: texts.who, text: texts.comers[kind] },
        { kind: 'list', title: texts.things[purpose], items: things.map((thing) => THING_NAMES[words.language][thing]) },
        { kind: 'list', title: texts.signed, items: [texts.form, ...declarations.map((each) => texts.declarations[each])] },
        {
          kind: 'list',
          title: texts.know,
          items: [texts.free, ...(needsApproval ? [texts.approval] : []), ...(deskKinds.length < DESK_KINDS.length ? [texts.where(desks)] : [])],
        },
      ],
      foot: helpDeskFoot(words),
    },
  ];
}
