// SPDX-License-Identifier: AGPL-3.0-or-later
import { day } from '../testing/dates';
import { assessDocument } from './assess-document';
import { acceptedDocuments, CHOOSABLE_DOCUMENT_TYPES, refusalOfType } from './document-acceptance';
import type { ChosenDocuments } from './document-acceptance';
import { DOCUMENT_TYPE_RULES } from './document-type-rules';
import { DOCUMENT_TYPES } from './document-types';
import type { DocumentType } from './document-types';
import { hasFreeMovement } from './free-movement';

const NUMBERS: Partial<Record<DocumentType, string>> = { cie: 'CA12345AB', 'cie-optical': '1234567AB', 'paper-identity-card': 'AX1234567', passport: 'YA1234567' };

interface Row {
  readonly document: DocumentType;
  readonly issued: string;
  readonly expires: string;
  readonly on: string;
  readonly born?: string;
  readonly chosen?: ChosenDocuments;
}

/** What the desk answers, in a word or two. */
function answerTo({ document, issued, expires, on, born = '1980-01-01', chosen = {} }: Row): string {
  const draft = { type: document, number: NUMBERS[document] ?? 'X123456', issuer: 'Questura di Firenze', issuedOn: day(issued), expiresOn: expires === 'none' ? ('none' as const) : day(expires) };
  const assessment = assessDocument(draft, { today: day(on), holderBirthDate: day(born), chosen });
  switch (assessment.kind) {
    case 'in-force':
      return ['in force', ...assessment.hints.map(({ kind }) => kind)].join(', ');
    case 'incomplete':
      return `asked: ${assessment.missing.map(({ field }) => field).join(', ')}`;
    case 'refused':
      return `refused: ${assessment.reason.kind}`;
  }
}

describe('the rule book of identity documents', () => {
  it.each<Row & { readonly then: string }>([
    // document, its dates, the day at the counter, and what the desk says
    { document: 'cie', issued: '2020-11-20', expires: '2031-01-01', on: '2026-11-23', then: 'in force' },
    { document: 'cie', issued: '2020-11-20', expires: '2031-01-01', on: '2031-01-01', then: 'in force' },
    { document: 'cie', issued: '2020-11-20', expires: '2031-01-01', on: '2031-01-02', then: 'refused: document-expired' },
    { document: 'cie', issued: '2026-07-30', expires: 'none', on: '2026-11-23', born: '1950-03-01', then: 'in force' },
    { document: 'cie', issued: '2026-07-30', expires: '2076-03-01', on: '2026-11-23', born: '1950-03-01', then: 'in force' },
    { document: 'cie', issued: '2026-07-30', expires: '2080-03-01', on: '2026-11-23', born: '1950-03-01', then: 'in force, longer-than-usual' },
    { document: 'cie', issued: '2026-07-30', expires: 'none', on: '2026-11-23', born: '1956-07-31', then: 'asked: expiresOn' },
    { document: 'cie', issued: '2024-01-10', expires: '2034-01-01', on: '2026-11-23', born: '2010-01-01', then: 'in force, longer-than-usual' },
    { document: 'cie-optical', issued: '2016-05-10', expires: '2027-01-01', on: '2026-11-23', then: 'in force, not-for-spid' },
    { document: 'cie-optical', issued: '2015-05-10', expires: '2026-01-01', on: '2026-11-23', then: 'refused: document-expired' },
    { document: 'paper-identity-card', issued: '2019-05-10', expires: '2030-01-01', on: '2026-08-02', then: 'in force, not-for-spid' },
    { document: 'paper-identity-card', issued: '2019-05-10', expires: '2030-01-01', on: '2026-08-03', then: 'refused: paper-id' },
    { document: 'passport', issued: '2020-06-02', expires: '2030-06-01', on: '2026-11-23', then: 'in force' },
    { document: 'passport', issued: '2020-06-02', expires: 'none', on: '2026-11-23', then: 'asked: expiresOn' },
    { document: 'driving-licence', issued: '2020-06-02', expires: '2030-01-01', on: '2026-11-23', then: 'in force' },
    { document: 'nautical-licence', issued: '2020-06-02', expires: '2030-06-01', on: '2026-11-23', then: 'in force' },
    { document: 'pension-booklet', issued: '1999-06-02', expires: 'none', on: '2026-11-23', born: '1935-01-01', then: 'in force' },
    { document: 'heating-plant-licence', issued: '2005-06-02', expires: 'none', on: '2026-11-23', then: 'in force' },
    { document: 'firearms-licence', issued: '2023-06-02', expires: '2028-06-01', on: '2026-11-23', then: 'in force' },
    { document: 'firearms-licence', issued: '2020-06-02', expires: '2025-06-01', on: '2026-11-23', then: 'refused: document-expired' },
    { document: 'state-recognition-card', issued: '2018-06-02', expires: 'none', on: '2026-11-23', then: 'in force' },
    { document: 'foreign-passport', issued: '2020-06-02', expires: '2030-06-01', on: '2026-11-23', then: 'in force' },
    { document: 'eu-identity-card', issued: '2020-06-02', expires: '2030-06-01', on: '2026-11-23', then: 'in force' },
    { document: 'eu-identity-card', issued: '2020-06-02', expires: '2030-06-01', on: '2026-11-23', chosen: { 'eu-identity-card': false }, then: 'refused: document-not-accepted' },
    { document: 'foreign-identity-card', issued: '2020-06-02', expires: '2030-06-01', on: '2026-11-23', then: 'refused: document-not-accepted' },
    { document: 'residence-permit', issued: '2025-06-02', expires: '2027-06-01', on: '2026-11-23', then: 'refused: document-not-accepted' },
    { document: 'residence-permit', issued: '2025-06-02', expires: '2027-06-01', on: '2026-11-23', chosen: { 'residence-permit': true }, then: 'in force' },
    { document: 'residence-permit', issued: '2023-06-02', expires: '2025-06-01', on: '2026-11-23', chosen: { 'residence-permit': true }, then: 'refused: document-expired' },
    { document: 'foreign-residence-permit', issued: '2025-06-02', expires: '2027-06-01', on: '2026-11-23', then: 'refused: document-not-accepted' },
    // What law says is nobody's choice.
    { document: 'paper-identity-card', issued: '2019-05-10', expires: '2030-01-01', on: '2026-11-23', chosen: { 'paper-identity-card': true }, then: 'refused: paper-id' },
    { document: 'passport', issued: '2020-06-02', expires: '2030-06-01', on: '2026-11-23', chosen: { passport: false }, then: 'in force' },
  ])('$document of $issued, until $expires, shown on $on: $then', ({ then, ...row }) => {
    expect(answerTo(row)).toBe(then);
  });
});

describe('the table behind it', () => {
  it('says of every type since when, by which source, or leaves it to the installation', () => {
    for (const type of DOCUMENT_TYPES) {
      const { accepted, isAcceptedByDefault } = DOCUMENT_TYPE_RULES[type];
      expect([type, accepted.length > 0]).toEqual([type, isAcceptedByDefault === undefined]);
      expect([type, accepted.every(({ source, until }) => source !== '' && until?.source !== '')]).toEqual([type, true]);
    }
  });

  it('leaves to the installation what no source decides, with a default that one can see', () => {
    const defaults = CHOOSABLE_DOCUMENT_TYPES.map((type) => [type, DOCUMENT_TYPE_RULES[type].isAcceptedByDefault]);
    expect(Object.fromEntries(defaults)).toEqual({ 'eu-identity-card': true, 'foreign-identity-card': false, 'residence-permit': false, 'foreign-residence-permit': false });
  });

  it('takes all of art. 35, the CIE and foreign passports today', () => {
    expect(acceptedDocuments(day('2026-11-23'))).toEqual([
      ...['cie', 'cie-optical', 'passport', 'driving-licence', 'nautical-licence', 'pension-booklet', 'heating-plant-licence', 'firearms-licence'],
      ...['state-recognition-card', 'foreign-passport', 'eu-identity-card'],
    ]);
  });

  it('tells of a type that once was taken until when', () => {
    expect(refusalOfType('paper-identity-card', day('2026-08-03'))).toEqual({ kind: 'paper-id', since: '2026-08-03', source: 'DAIT 76/2025' });
    expect(refusalOfType('cie', day('2016-07-03'))).toEqual({ kind: 'document-not-accepted', type: 'cie', since: undefined });
  });

  it('knows whose cards move freely, from the day of each list', () => {
    const later = [{ since: day('2020-02-01'), states: ['FRA'], source: 'a list' }, { since: day('2030-01-01'), states: ['FRA', 'MNE'], source: 'a later list' }];
    expect(hasFreeMovement('MNE', day('2029-12-31'), later)).toBe(false);
    expect(hasFreeMovement('MNE', day('2030-01-01'), later)).toBe(true);
    expect(hasFreeMovement('FRA', day('2019-12-31'), later)).toBe(false);
    expect(hasFreeMovement('GBR', day('2026-11-23'))).toBe(false);
  });
});
