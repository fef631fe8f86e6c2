// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseKind } from '@sportello/domain';

/** What makes a demo citizen worth a visit; the page says it in words. */
export const CARD_STORIES = [
  'ordinary',
  'omocode',
  'already-active',
  'card-expired',
  'minor',
  'second-name',
  'document-expired',
  'paper-document',
  'accompanied',
  'accompanies',
  'emancipated',
  'of-age-today',
  'other-region',
] as const;
export type CardStory = (typeof CARD_STORIES)[number];

export type Place = { readonly name: string; /** Belfiore code. */ readonly code: string };

export type DocumentPlan = {
  readonly type: 'cie' | 'paper-identity-card' | 'passport' | 'driving-licence';
  /** Whole years since it was issued. */
  readonly yearsOld: number;
  /** When the document says more names than the chip. */
  readonly name?: string;
};

/** Who comes with the card, when its holder alone will not do; and what they bring along. */
export type VisitPlan = {
  readonly kind: Exclude<CaseKind, 'holder'>;
  /** The other one's place in the deck (`bruni-sara`); an emancipated minor comes alone. */
  readonly applicant?: string;
  /** The copy of the holder's document, which is asked of no validity, has expired. */
  readonly isCopyExpired?: true;
};

/** A demo citizen as planned: ages and validities are counted from the day on which the deck is made, so that they are true on that day. All invented. */
export type CitizenPlan = {
  readonly surname: string;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly age: number;
  readonly birthday: { readonly month: number; readonly day: number } | 'today';
  readonly birthPlace: Place;
  /** As printed top left on the card. */
  readonly cardType: string;
  /** Months from today to the card's last day; negative when it is past. */
  readonly cardMonthsLeft: number;
  readonly story: CardStory;
  /** The card is active already, and its holder chose the codes. */
  readonly isInUse?: true;
  /** Of the region that issued the card; Tuscany's, unless said. */
  readonly region?: string;
  readonly visit?: VisitPlan;
  readonly document: DocumentPlan;
};
