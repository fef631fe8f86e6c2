// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RichText } from '../../drawing/rich-text';
import type { Paragraph } from '../../text/catalogue';
import type { Language } from '../../text/language';
import { LEAFLET_ENGLISH } from './english';
import { LEAFLET_GERMAN } from './german';
import { LEAFLET_ITALIAN } from './italian';

export interface LeafletTexts {
  readonly title: string;
  readonly backTitle: string;
  readonly subtitle: (cardType: string | null) => string;
  readonly backSubtitle: string;
  readonly codes: string;
  /** What each code does. */
  readonly pin: string;
  readonly puk: string;
  readonly cip: (phone: string) => string;
  readonly needed: string;
  readonly reader: string;
  readonly software: (cardType: string | null, software: string | null) => RichText;
  readonly works: string;
  readonly worksAlready: readonly string[];
  readonly notDone: Paragraph;
  readonly lost: (phone: string) => Paragraph;
  readonly services: string;
  readonly serviceNames: readonly string[];
  readonly spid: string;
  readonly spidFacts: readonly string[];
  readonly cie: string;
  readonly cieFacts: readonly RichText[];
  readonly helpDesk: string;
  readonly phone: string;
  readonly hours: string;
}

/** What the leaflet says: the region's guide to TS-CNS, CIE and SPID, and its leaflet. */
export const LEAFLET_TEXTS: Readonly<Record<Language, LeafletTexts>> = { it: LEAFLET_ITALIAN, en: LEAFLET_ENGLISH, de: LEAFLET_GERMAN };
