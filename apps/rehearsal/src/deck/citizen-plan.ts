// SPDX-License-Identifier: AGPL-3.0-or-later
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

/** A demo citizen as planned: ages and validities are counted from the day on which the deck is made, so that they are true on that day. All invented. */
export type CitizenPlan = {
  readonly surname: string;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly age: number;
  readonly birthday: { readonly month: number; readonly day: number };
  readonly birthPlace: Place;
  /** As printed top left on the card. */
  readonly cardType: string;
  /** Months from today to the card's last day; negative when it is past. */
  readonly cardMonthsLeft: number;
  readonly story: CardStory;
  readonly document: DocumentPlan;
};
