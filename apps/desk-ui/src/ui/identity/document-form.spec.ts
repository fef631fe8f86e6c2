// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from '@sportello/domain';
import type { LocalDate } from '@sportello/domain';
import { hintsOf, standingRefusal, toMend, validityOf } from './document-findings';
import { DocumentForm } from './document-form';
import { documentSentence } from './document-sentence';

const born = existingDate(1980, 1, 1);

function form(fields: Partial<Record<'number' | 'issuer' | 'issuedOn' | 'expiresOn', string>> = {}, today: LocalDate = existingDate(2026, 11, 24), holderBirthDate = born): DocumentForm {
  const made = new DocumentForm(() => ({ today, holderBirthDate }));
  const whole = { number: 'CA12345AB', issuer: 'Ministero dell’Interno', issuedOn: '14/09/2020', expiresOn: '01/01/2031', ...fields };
  for (const [field, text] of Object.entries(whole)) made[field as keyof typeof whole].set(text);
  return made;
}

const mended = (made: DocumentForm) => toMend(made).map(({ field, is, words }) => [field, is, words.key]);

describe('the document as it is typed', () => {
  test('a whole document in force travels as it is', () => {
    expect(form().message()).toEqual({
      type: 'cie',
      number: 'CA12345AB',
      issuer: 'Ministero dell’Interno',
      issuedOn: '2020-09-14',
      expiresOn: '2031-01-01',
      source: 'typed',
    });
  });

  test('what is not written yet is missing, in the order of the form', () => {
    expect(mended(form({ number: '', issuedOn: '' }))).toEqual([
      ['number', 'absent', 'document.absent'],
      ['issuedOn', 'absent', 'document.absent'],
    ]);
  });

  test('eight digits in a row are a date, written out when the field is left', () => {
    const typed = form({ issuedOn: '14092020' });
    typed.leave('issuedOn');
    expect(typed.issuedOn()).toBe('14/09/2020');
  });

  test.each(['149', '1409', '14P', '14/9'])('%s is enough of the day of issue: the expiry tells the year, and the whole date is shown', (issuedOn) => {
    const typed = form({ issuedOn });
    expect(typed.issueYearTold()).toBe('2020-09-14');
    expect(typed.message()?.issuedOn).toBe('2020-09-14');
    typed.leave('issuedOn');
    expect(typed.issuedOn()).toBe('14/09/2020');
  });

  test('day and month wait for the expiry, and are written out when that comes', () => {
    const typed = form({ issuedOn: '149', expiresOn: '' });
    typed.leave('issuedOn');
    expect(mended(typed)).toEqual([
      ['issuedOn', 'absent', 'document.absent'],
      ['expiresOn', 'absent', 'document.absent'],
    ]);
    typed.expiresOn.set('01012031');
    typed.leave('expiresOn');
    expect(typed.issuedOn()).toBe('14/09/2020');
  });

  test('where the expiry does not tell the year, the year is asked for', () => {
    const onBirthday = form({ issuedOn: '0101' });
    expect(mended(onBirthday)).toEqual([['issuedOn', 'wrong', 'document.issueYear']]);
    expect(onBirthday.message()).toBeNull();
  });

  test.each([
    ['31/02/2020', 'document.noSuchDay.2'],
    ['01/13/2020', 'document.noSuchMonth'],
    ['2020', 'document.dateFormat'],
  ])('%s is no date, and is told why', (text, key) => {
    expect(mended(form({ issuedOn: text }))).toEqual([['issuedOn', 'wrong', key]]);
  });

  test('a day of issue that is still to come is a slip, mended in its field', () => {
    expect(mended(form({ issuedOn: '01/01/2027' }))).toEqual([['issuedOn', 'wrong', 'document.issuedInFuture']]);
  });

  test('an expired document proves nothing, and no typing mends it', () => {
    const expired = form({ expiresOn: '12/10/2026' });
    expect(standingRefusal(expired.assessment())).toMatchObject({ kind: 'document-expired' });
    expect(toMend(expired)).toEqual([]);
    expect(expired.message()).toBeNull();
  });

  test('a paper identity card is refused before anything else is typed', () => {
    const paper = form({ number: '', issuedOn: '', expiresOn: '' });
    paper.choose('paper-identity-card');
    expect(standingRefusal(paper.assessment())).toMatchObject({ kind: 'paper-id' });
  });

  test('the issuer of a CIE is known, and goes away with another type', () => {
    const passport = form();
    passport.choose('passport');
    expect(passport.issuer()).toBe('');
    passport.choose('cie');
    expect(passport.issuer()).toBe('Ministero dell’Interno');
  });

  test('an issuer that was typed stays with another type', () => {
    const typed = form({ issuer: 'Questura di Massa' });
    typed.choose('passport');
    expect(typed.issuer()).toBe('Questura di Massa');
  });

  test('only documents that may bear no expiry offer to say so', () => {
    expect(form().mayHaveNoExpiry()).toBe(false);
    expect(form({}, existingDate(2026, 11, 24), existingDate(1950, 1, 1)).mayHaveNoExpiry()).toBe(true);
  });

  test('a document without expiry travels without one', () => {
    const booklet = form({ number: '123', expiresOn: '' });
    booklet.choose('pension-booklet');
    booklet.issuer.set('INPS');
    booklet.hasNoExpiry.set(true);
    expect(booklet.message()?.expiresOn).toBeNull();
  });
});

describe('the word above the expiry', () => {
  test.each([
    ['01/01/2031', 'document.yearsLeft', { count: 4 }],
    ['01/02/2028', 'document.yearLeft', { count: 1 }],
    ['30/01/2027', 'document.monthsLeft', { count: 2 }],
    ['25/11/2026', 'document.dayLeft', { count: 1 }],
    ['24/11/2026', 'document.lastDay', undefined],
  ])('a document that expires on %s', (expiresOn, key, params) => {
    expect(validityOf(form({ expiresOn }))?.words).toEqual(params ? { key, params } : { key });
  });

  test('an expired one says since when', () => {
    expect(validityOf(form({ expiresOn: '12/10/2026' }))).toEqual({ shape: 'stopped', words: { key: 'document.expired', params: { date: '12/10/2026' } } });
  });

  test('an odd expiry is worth a look, and no more', () => {
    const odd = form({ expiresOn: '14/09/2030' });
    expect(hintsOf(odd).map(({ key }) => key)).toEqual(['document.hintBirthday']);
    expect(odd.message()).not.toBeNull();
  });
});

describe('what the citizen hears of a document that will not do', () => {
  const sentenceOf = (made: DocumentForm) => {
    const refusal = standingRefusal(made.assessment());
    return refusal && documentSentence(refusal, made.type()).key;
  };

  test('names the document and the reason', () => {
    const expired = form({ expiresOn: '12/10/2026' });
    expect(sentenceOf(expired)).toBe('documentRefusals.document-expired.cie');
    expired.choose('passport');
    expect(sentenceOf(expired)).toBe('documentRefusals.document-expired.passport');
    expired.choose('residence-permit');
    expect(sentenceOf(expired)).toBe('documentRefusals.document-not-accepted.residence-permit');
    expired.choose('paper-identity-card');
    expect(sentenceOf(expired)).toBe('problems.paper-id.sentence');
  });

  test('is nothing where the installation takes the document', () => {
    const made = new DocumentForm(() => ({ today: existingDate(2026, 11, 24), holderBirthDate: born, chosen: { 'residence-permit': true } }));
    made.choose('residence-permit');
    expect(sentenceOf(made)).toBeNull();
    expect(validityOf(made)).toBeNull();
  });
});

describe('who issued it', () => {
  test('is put in where all of a type bear one issuer, and left to be written elsewhere', () => {
    const made = new DocumentForm(() => ({ today: existingDate(2026, 11, 24), holderBirthDate: born }));
    expect(made.issuer()).toBe('Ministero dell’Interno');
    made.choose('pension-booklet');
    expect(made.issuer()).toBe('INPS');
    made.choose('passport');
    expect(made.issuer()).toBe('');
    made.issuer.set('Questura di Massa');
    made.choose('cie');
    expect(made.issuer()).toBe('Questura di Massa');
  });

  test('a card with an optical band is good here, and is said to give no SPID', () => {
    const made = form();
    made.choose('cie-optical');
    made.number.set('1234567AB');
    made.issuer.set('Comune di Massa');
    expect(hintsOf(made).map(({ key }) => key)).toEqual(['document.hintNotForSpid']);
    expect(validityOf(made)?.shape).toBe('done');
  });
});
