// SPDX-License-Identifier: AGPL-3.0-or-later
import { accepted, refused } from '../testing/outcomes';
import { CORRECTION_FIELDS, correctedValue } from './corrected-value';
import { judgeCorrection, mayCorrect } from './judge-correction';

const ENDED = new Date('2026-11-24T09:00:00Z');
const later = (hours: number): Date => new Date(ENDED.getTime() + hours * 3_600_000);
const DELIVERED = { state: 'delivered', changedAt: ENDED, hasDocument: true } as const;

describe('a correction', () => {
  it('is the desk’s own for a day after the case has ended, and then a supervisor’s', () => {
    expect(accepted(mayCorrect(DELIVERED, false, later(24)))).toBe('may');
    expect(refused(mayCorrect(DELIVERED, false, later(24.1)))).toEqual({ kind: 'correction-too-late', hours: 24 });
    expect(accepted(mayCorrect(DELIVERED, true, later(10_000)))).toBe('may');
  });

  it('is the desk’s own as long as the case is open', () => {
    expect(accepted(mayCorrect({ ...DELIVERED, state: 'undelivered' }, false, later(10_000)))).toBe('may');
  });

  it('needs something that was taken down', () => {
    expect(refused(mayCorrect({ ...DELIVERED, hasDocument: false }, true, ENDED))).toEqual({ kind: 'nothing-to-correct' });
  });

  it.each([
    ['document-type', 'passport', 'passport'],
    ['document-number', ' ca 12345 ab ', 'CA12345AB'],
    ['document-issuer', ' Comune di Massa ', 'Comune di Massa'],
    ['document-issued-on', '2020-03-06', '2020-03-06'],
    ['document-expires-on', null, null],
    ['person-surname', 'D’Angelo', 'D’Angelo'],
    ['person-birth-date', '1980-01-02', '1980-01-02'],
    ['person-codice-fiscale', 'rssmra80a41h501y', 'RSSMRA80A41H501Y'],
    ['person-codice-fiscale', '', null],
  ] as const)('of %s to %j is recorded as %j', (field, text, value) => {
    expect(accepted(correctedValue(field, text))).toBe(value);
  });

  it.each([
    ['document-type', 'tessera'],
    ['document-number', '1'.repeat(31)],
    ['document-issued-on', '2026-02-30'],
    ['document-expires-on', '31/12/2030'],
    ['person-codice-fiscale', 'RSSMRA80A41H501X'],
    ['person-name', ' '],
  ] as const)('of %s to %j is none', (field, text) => {
    expect(refused(correctedValue(field, text))).toEqual({ kind: 'correction-invalid', field });
  });

  it('to what is there already is none, whichever field', () => {
    const texts = { 'document-type': 'cie', 'document-issued-on': '2020-03-06', 'document-expires-on': '2030-03-06', 'person-birth-date': '1980-01-02', 'person-codice-fiscale': 'RSSMRA80A41H501Y' } as const;
    for (const field of CORRECTION_FIELDS) {
      const text = field in texts ? texts[field as keyof typeof texts] : 'X';
      expect(refused(judgeCorrection(field, text, text))).toEqual({ kind: 'correction-same', field });
    }
  });
});
