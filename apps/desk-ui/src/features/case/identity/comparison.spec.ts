// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentType } from '@sportello/domain';
import { holder } from '../../../testing/fixtures';
import { Comparison } from './comparison';
import { findingOf, markedWords } from './comparison-findings';

function compared(type: DocumentType = 'cie'): Comparison {
  return new Comparison(holder(), () => type);
}

const row = (comparison: Comparison, part: string) => comparison.rows().find((found) => found.part === part)!;

describe('chip and document side by side', () => {
  test('what the operator does not touch is as on the card', () => {
    const comparison = compared();
    expect(comparison.rows().map((each) => findingOf(each).words.key)).toEqual(Array(4).fill('comparison.asOnCard'));
    expect(comparison.message()).toEqual({
      person: { surname: 'ROSSI', name: 'MARIA', birthDate: '1980-01-01', codiceFiscale: 'RSSMRA80A41H501Y' },
      accepted: [],
    });
  });

  test('a document that bears no codice fiscale sends none', () => {
    const comparison = compared('passport');
    expect(findingOf(row(comparison, 'codiceFiscale'))).toMatchObject({ shape: 'unknown', words: { key: 'comparison.findings.missing' } });
    expect(comparison.message()?.person.codiceFiscale).toBeNull();
  });

  test('a second name must be decided, and is marked', () => {
    const comparison = compared();
    comparison.type('name', 'maria luisa');
    expect(comparison.toDecide().map(({ part }) => part)).toEqual(['name']);
    expect(markedWords(row(comparison, 'name'), comparison.written('name'))).toEqual([
      { text: 'MARIA', isDifferent: false },
      { text: 'LUISA', isDifferent: true },
    ]);
    expect(comparison.message()).toBeNull();
  });

  test('“it is the same person” is recorded with the row it decides', () => {
    const comparison = compared();
    comparison.type('name', 'MARIA LUISA');
    comparison.accept('name');
    expect(comparison.message()).toMatchObject({ person: { name: 'MARIA LUISA' }, accepted: ['name'] });
  });

  test('a row that is typed anew must be decided anew', () => {
    const comparison = compared();
    comparison.type('name', 'MARIA LUISA');
    comparison.accept('name');
    comparison.type('name', 'MARTA');
    expect(comparison.toDecide().map(({ part }) => part)).toEqual(['name']);
  });

  test('typing what the card says needs no decision, and is no longer taken for granted', () => {
    const comparison = compared();
    comparison.type('birthDate', '02/01/1980');
    comparison.type('birthDate', '01/01/1980');
    expect(findingOf(row(comparison, 'birthDate')).words.key).toBe('comparison.findings.equal');
  });

  test('a birth date that is none, or a codice fiscale with a slip, stops the act', () => {
    const comparison = compared();
    comparison.type('birthDate', '31/02/1980');
    comparison.type('codiceFiscale', 'RSSMRA80A41H501X');
    expect(comparison.rows().filter((each) => each.isUnreadable).map(({ part }) => part)).toEqual(['birthDate', 'codiceFiscale']);
    expect(comparison.message()).toBeNull();
  });

  test('another document starts the comparison anew', () => {
    const comparison = compared();
    comparison.type('surname', 'BIANCHI');
    comparison.clear();
    expect(comparison.toDecide()).toEqual([]);
  });
});
