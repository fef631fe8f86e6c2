// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RichText } from '../drawing/rich-text';
import { CATALOGUES } from '../text/catalogue';
import type { Catalogue } from '../text/catalogue';
import type { HelpDesk } from '../text/help-desk';
import { TUSCAN_HELP_DESK } from '../text/help-desk';
import type { Language } from '../text/language';
import type { PaperHead } from './paper-head';

/** In which the desk keeps its evidence. */
const DESKS_LANGUAGE: Language = 'it';

/** All that a paper is written with: its language, the common words, and whose paper it is. */
export interface PaperWords {
  readonly language: Language;
  readonly said: Catalogue;
  readonly head: PaperHead;
}

/** The same paper as the desk keeps it. */
export function inDesksLanguage({ head }: PaperWords): PaperWords {
  return { language: DESKS_LANGUAGE, said: CATALOGUES[DESKS_LANGUAGE], head };
}

export function helpDeskOf({ head, language }: PaperWords): HelpDesk {
  return head.helpDesk ?? TUSCAN_HELP_DESK[language];
}

/** The foot of papers that collect a person's data. */
export function controllerFoot({ said, head }: PaperWords): RichText {
  return said.form.controller(head.controller);
}

/** The foot of papers that tell something. */
export function helpDeskFoot(words: PaperWords): RichText {
  return words.said.helpDeskLine(helpDeskOf(words));
}
