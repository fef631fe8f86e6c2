// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from '../time/local-date';
import type { DocumentAcceptance, DocumentTerm, DocumentType, DocumentTypeRule } from './document-types';

const EVER = existingDate(1900, 1, 1);
const BIRTHDAY_RULE = existingDate(2012, 2, 10);

const tenYears: DocumentTerm = { issuedSince: EVER, holderAge: 0, years: 10, mayBeUnlimited: false };
const ownExpiry: DocumentTerm = { issuedSince: EVER, holderAge: 0, years: undefined, mayBeUnlimited: false };
const perhapsNoExpiry: DocumentTerm = { ...ownExpiry, mayBeUnlimited: true };
/** Since DL 70/2011 art. 10 minors' cards run five years, and those of children below three run three. */
const cardOfAChild: readonly DocumentTerm[] = [
  { ...tenYears, years: 3 },
  { ...tenYears, holderAge: 3, years: 5 },
  { ...tenYears, holderAge: 18 },
];

const ART_35 = 'DPR 445/2000 art. 35';
const byArt35: readonly DocumentAcceptance[] = [{ since: existingDate(2001, 3, 7), source: ART_35 }];
const ITALIAN_CARD = 'DPR 445/2000 art. 1 (1) c, d';

/** Which documents the desk takes, as dated data: a new circular is a new row, and no line of code. */
export const DOCUMENT_TYPE_RULES: Readonly<Record<DocumentType, DocumentTypeRule>> = {
  cie: {
    type: 'cie',
    accepted: [{ since: existingDate(2016, 7, 4), source: `${ITALIAN_CARD}; DM 23 December 2015` }],
    number: { pattern: /^C[A-Z][0-9]{5}[A-Z]{2}$/, example: 'CA12345AB', source: 'DM 23 December 2015, annex B' },
    issuers: ['Ministero dell’Interno'],
    // Cards for people of 70 and over: reports say fifty years, or unlimited; both pass.
    terms: [...cardOfAChild, { issuedSince: existingDate(2026, 7, 30), holderAge: 70, years: 50, mayBeUnlimited: true }],
    isBirthdayExpirySince: BIRTHDAY_RULE,
  },
  // The cards of before July 2016, with the optical band at the back: good until they expire.
  'cie-optical': {
    type: 'cie-optical',
    accepted: [{ since: existingDate(2001, 3, 7), source: ITALIAN_CARD }],
    number: { pattern: /^([0-9]{7}[A-Z]{2}|[A-Z]{2}[0-9]{7})$/, example: '1234567AB', source: 'as printed on specimens' },
    issuers: ['Comune di '],
    terms: cardOfAChild,
    isBirthdayExpirySince: BIRTHDAY_RULE,
    isNotForSpid: true,
  },
  'paper-identity-card': {
    type: 'paper-identity-card',
    accepted: [{ since: EVER, until: { date: existingDate(2026, 8, 3), source: 'DAIT 76/2025' }, source: ITALIAN_CARD }],
    number: { pattern: /^[A-Z]{2}[0-9]{7}$/, example: 'AX1234567', source: 'as printed on specimens' },
    issuers: ['Comune di '],
    terms: cardOfAChild,
    isBirthdayExpirySince: BIRTHDAY_RULE,
    isNotForSpid: true,
  },
  passport: {
    type: 'passport',
    accepted: byArt35,
    number: { pattern: /^[A-Z]{2}[0-9]{7}$/, example: 'YA1234567', source: 'as printed on specimens' },
    issuers: ['Questura di ', 'Ministero degli Affari Esteri', 'Consolato d’Italia a '],
    terms: [{ ...tenYears, years: 3 }, { ...tenYears, holderAge: 3, years: 5 }, { ...tenYears, holderAge: 18 }],
  },
  // Its number has had many shapes, and keeps them until it expires.
  'driving-licence': { type: 'driving-licence', accepted: byArt35, issuers: ['MIT-UCO', 'Motorizzazione di ', 'Prefettura di '], terms: [tenYears] },
  'nautical-licence': { type: 'nautical-licence', accepted: byArt35, issuers: ['Capitaneria di Porto di ', 'Motorizzazione di '], terms: [ownExpiry] },
  'pension-booklet': { type: 'pension-booklet', accepted: byArt35, issuers: ['INPS'], terms: [perhapsNoExpiry] },
  'heating-plant-licence': { type: 'heating-plant-licence', accepted: byArt35, issuers: ['Ispettorato del Lavoro di ', 'Provincia di ', 'Regione '], terms: [perhapsNoExpiry] },
  'firearms-licence': { type: 'firearms-licence', accepted: byArt35, issuers: ['Questura di ', 'Prefettura di '], terms: [ownExpiry] },
  'state-recognition-card': { type: 'state-recognition-card', accepted: byArt35, issuers: [], terms: [perhapsNoExpiry] },
  // A passport is an identity document whoever issued it; art. 35 (2) names it without a State.
  'foreign-passport': { type: 'foreign-passport', accepted: byArt35, issuers: [], terms: [ownExpiry] },
  // No source says whether a desk takes the cards of other States: those of free movement pass, the others do not, and the installation may say otherwise.
  'eu-identity-card': { type: 'eu-identity-card', accepted: [], isAcceptedByDefault: true, issuers: [], terms: [perhapsNoExpiry] },
  'foreign-identity-card': { type: 'foreign-identity-card', accepted: [], isAcceptedByDefault: false, issuers: [], terms: [perhapsNoExpiry] },
  'residence-permit': { type: 'residence-permit', accepted: [], isAcceptedByDefault: false, issuers: ['Questura di '], terms: [perhapsNoExpiry] },
  'foreign-residence-permit': { type: 'foreign-residence-permit', accepted: [], isAcceptedByDefault: false, issuers: [], terms: [perhapsNoExpiry] },
};
