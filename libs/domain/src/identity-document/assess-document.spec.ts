// SPDX-License-Identifier: AGPL-3.0-or-later
import { day } from '../testing/dates';
import { assessDocument } from './assess-document';
import { DOCUMENT_TYPE_RULES } from './document-type-rules';
import { DOCUMENT_TYPES, isDocumentType } from './document-types';
import type { IdentityDocumentDraft } from './identity-document';

const context = { today: day('2026-11-23'), holderBirthDate: day('1980-01-01') };

const CIE: IdentityDocumentDraft = {
  type: 'cie',
  number: 'CA12345AB',
  issuer: "Ministero dell'Interno",
  issuedOn: day('2020-11-20'),
  expiresOn: day('2031-01-01'),
};

const assess = (changes: Partial<IdentityDocumentDraft>, today = context.today, holderBirthDate = context.holderBirthDate) =>
  assessDocument({ ...CIE, ...changes }, { today, holderBirthDate });

describe('a document in force', () => {
  it('says how long it still runs', () => {
    expect(assess({})).toEqual({
      kind: 'in-force',
      validity: { kind: 'until', expiresOn: '2031-01-01', left: { years: 4, months: 1, days: 9 }, daysLeft: 1500 },
      hints: [],
    });
  });

  it('is so through its last day, and from the day of its issue', () => {
    expect(assess({}, day('2031-01-01'))).toMatchObject({ kind: 'in-force', validity: { daysLeft: 0 } });
    expect(assess({}, day('2020-11-20')).kind).toBe('in-force');
  });

  it('may bear no expiry where its type has none', () => {
    expect(assess({ type: 'pension-booklet', number: '123', expiresOn: 'none' })).toEqual({ kind: 'in-force', validity: { kind: 'unlimited' }, hints: [] });
  });

  it('of 70 years and over may be an identity card without expiry, or with one fifty years away, since 30 July 2026', () => {
    const [old, issuedOn] = [day('1950-03-01'), day('2026-07-30')];
    expect(assess({ issuedOn, expiresOn: 'none' }, context.today, old)).toMatchObject({ kind: 'in-force', validity: { kind: 'unlimited' } });
    expect(assess({ issuedOn, expiresOn: day('2077-03-01') }, context.today, old)).toMatchObject({ kind: 'in-force', hints: [] });
    const missing = [{ kind: 'absent', field: 'expiresOn' }];
    expect(assess({ issuedOn: day('2026-07-29'), expiresOn: 'none' }, context.today, old)).toEqual({ kind: 'incomplete', missing });
    expect(assess({ issuedOn, expiresOn: 'none' })).toEqual({ kind: 'incomplete', missing });
  });
});

describe('a hint, which refuses nothing,', () => {
  it('is an identity card of after 10 February 2012 that does not expire on a birthday', () => {
    expect(assess({ expiresOn: day('2030-11-20') })).toMatchObject({ kind: 'in-force', hints: [{ kind: 'expiry-not-on-birthday', birthday: '2030-01-01' }] });
    expect(assess({ type: 'passport', number: 'YA1234567', expiresOn: day('2030-11-19') })).toMatchObject({ hints: [] });
  });

  it('is an expiry further away than such documents run', () => {
    expect(assess({ expiresOn: day('2032-01-01') })).toMatchObject({ kind: 'in-force', hints: [{ kind: 'longer-than-usual', years: 10 }] });
    expect(assess({ type: 'foreign-passport', number: 'X1', expiresOn: day('2050-01-01') })).toMatchObject({ hints: [] });
  });
});

describe('a document is refused', () => {
  it('the day after its expiry, saying when that was', () => {
    expect(assess({ expiresOn: day('2026-11-22') })).toEqual({ kind: 'refused', reason: { kind: 'document-expired', expiredOn: '2026-11-22', daysAgo: 1 } });
  });

  it('when it is a paper identity card, from 3 August 2026, whatever it bears and before anything else is typed', () => {
    const paper = { type: 'paper-identity-card', number: '', issuer: '', issuedOn: undefined, expiresOn: day('2029-01-01') } as const;
    const reason = { kind: 'paper-id', since: '2026-08-03', source: 'DAIT 76/2025' };
    expect(assess(paper, day('2026-08-03'))).toEqual({ kind: 'refused', reason });
    expect(assess({ ...paper, expiresOn: day('2020-01-01') })).toEqual({ kind: 'refused', reason });
    expect(assess({ ...paper, number: 'AX1234567', issuer: 'Comune', issuedOn: day('2019-01-01') }, day('2026-08-02')).kind).toBe('in-force');
  });

  it('when it is of tomorrow', () => {
    expect(assess({ issuedOn: day('2026-11-24') })).toEqual({ kind: 'refused', reason: { kind: 'document-not-yet-issued', issuedOn: '2026-11-24' } });
  });

  it('when it was issued after its expiry, or before the holder was born', () => {
    expect(assess({ issuedOn: day('2031-01-02') })).toEqual({
      kind: 'refused',
      reason: { kind: 'document-dates-disagree', disagreement: { kind: 'issued-after-expiry', issuedOn: '2031-01-02', expiresOn: '2031-01-01' } },
    });
    expect(assess({ issuedOn: day('1979-12-31') })).toEqual({
      kind: 'refused',
      reason: { kind: 'document-dates-disagree', disagreement: { kind: 'issued-before-birth', issuedOn: '1979-12-31', birthDate: '1980-01-01' } },
    });
  });

  it('before the rest of it is typed in vain', () => {
    expect(assess({ number: '', issuedOn: undefined, expiresOn: day('2026-01-01') }).kind).toBe('refused');
  });
});

describe('a document is incomplete', () => {
  it('while a field is missing, told in the order of the form', () => {
    expect(assess({ type: undefined, number: ' ', issuer: '', issuedOn: undefined, expiresOn: undefined })).toEqual({
      kind: 'incomplete',
      missing: (['type', 'number', 'issuer', 'issuedOn', 'expiresOn'] as const).map((field) => ({ kind: 'absent', field })),
    });
  });

  it.each([
    ['cie', 'CA1234AB', 'CA12345AB'],
    ['cie', 'XA12345AB', 'CA12345AB'],
    ['passport', 'Y12345678', 'YA1234567'],
  ] as const)('when the number of a %s is written %s', (type, number, example) => {
    expect(assess({ type, number })).toEqual({ kind: 'incomplete', missing: [{ kind: 'malformed', field: 'number', example }] });
  });

  it('and not because its number was typed in small letters or with blanks', () => {
    expect(assess({ number: 'ca 12345 ab' }).kind).toBe('in-force');
  });

  it('when it is said to bear no expiry and its type has one', () => {
    const missing = [{ kind: 'absent', field: 'expiresOn' }];
    expect(assess({ type: 'passport', number: 'YA1234567', expiresOn: 'none' })).toEqual({ kind: 'incomplete', missing });
    expect(assess({ type: 'passport', number: 'YA1234567', issuedOn: undefined, expiresOn: 'none' })).toMatchObject({
      missing: [{ field: 'issuedOn' }, { field: 'expiresOn' }],
    });
    expect(assess({ issuedOn: undefined, expiresOn: 'none' })).toEqual({ kind: 'incomplete', missing: [{ kind: 'absent', field: 'issuedOn' }] });
  });
});

describe('the table of documents', () => {
  it.each(DOCUMENT_TYPES)('has a row for %s under its own name, whose example keeps to its pattern', (type) => {
    const { type: named, number } = DOCUMENT_TYPE_RULES[type];
    expect(named).toBe(type);
    expect(number?.pattern.test(number.example) ?? true).toBe(true);
  });

  it('knows no other types: a health card is no identity document', () => {
    expect([isDocumentType('cie'), isDocumentType('ts-cns'), isDocumentType('')]).toEqual([true, false, false]);
  });
});
