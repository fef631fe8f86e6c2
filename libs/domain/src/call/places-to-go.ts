// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where somebody is sent with what the telephone cannot do. */
export const PLACES_TO_GO = [
  'any-desk',
  'any-desk-with-document',
  'own-asl',
  'agenzia-entrate',
  'municipality',
  'issuing-municipality',
  'spid-provider',
  'cie-block-line',
  'cie-support',
  'service-owner',
  'police',
] as const;

export type PlaceToGo = (typeof PLACES_TO_GO)[number];

export const CIE_SUPPORT_EMAIL = 'cie.cittadini@interno.it';

/** What 800 263388 asks for to block a CIE. */
export const CIE_BLOCK_DATA = ['surname', 'name', 'codice-fiscale', 'cie-number-if-known', 'police-report'] as const;

export type CieBlockDatum = (typeof CIE_BLOCK_DATA)[number];

/** What a citizen installs at home, by the letters at the card's top left; on Linux something else, and of the rest the Region's page says it. */
export const CARD_SOFTWARE = ['ac', 'ot-id-ace-acx', 'st', 'linux', 'other-cards'] as const;

export type CardSoftware = (typeof CARD_SOFTWARE)[number];

/** What services of the Region ask of a SPID. */
export const SPID_REQUIREMENTS = ['level-two', 'natural-person', 'fresh-request', 'cache-cleared'] as const;

export type SpidRequirement = (typeof SPID_REQUIREMENTS)[number];

/** How identity providers recognise people; which of them does what is the provider's to say. */
export const SPID_RECOGNITION_WAYS = ['in-person', 'webcam', 'cie', 'cns', 'digital-signature'] as const;

export type SpidRecognitionWay = (typeof SPID_RECOGNITION_WAYS)[number];

/** Until a lost card is replaced, in the order in which it is done. */
export const REPLACEMENT_CHECKLIST = ['report-or-declaration', 'revocation-requested', 'new-card-asked', 'wait-at-home-address', 'other-way-in-meanwhile', 'new-card-activated', 'old-card-cut-if-found'] as const;

export type ReplacementStep = (typeof REPLACEMENT_CHECKLIST)[number];
