// SPDX-License-Identifier: AGPL-3.0-or-later
import { recogniseScan } from '@sportello/domain';
import { holder } from '../../../testing/fixtures';
import { Identification } from './identification';

const NOW = Date.parse('2026-11-24T09:42:00Z');
/** An invented document in the shape of ICAO 9303-5, with its check digits. */
const ZONE = ['C<ITACA12345AB8<<<<<<<<<<<<<<<', '8001014F3101012ITA<<<<<<<<<<<6', 'ROSSI<<MARIA<LUISA<<<<<<<<<<<<'].join('');

function identification(): Identification {
  return new Identification(holder(), () => NOW);
}

describe('what the primary action waits for', () => {
  test('an untouched step misses the three fields that nobody can guess', () => {
    expect(identification().missing().map(({ target }) => target)).toEqual(['document-number', 'document-issuedOn', 'document-expiresOn']);
    expect(identification().request()).toBeNull();
  });

  test('first the document, then the rows to decide: the order in which they can be solved', () => {
    const step = identification();
    step.comparison.type('name', 'MARIA LUISA');
    step.document.number.set('CA12345AB');
    step.document.expiresOn.set('01/01/2031');
    expect(step.missing().map(({ words }) => words.key)).toEqual(['identity.missing.issuedOn', 'identity.toDecide.name']);
  });

  test('with everything there, the act says that the face was looked at', () => {
    const step = identification();
    step.document.number.set('CA12345AB');
    step.document.issuedOn.set('14/09/2020');
    step.document.expiresOn.set('01/01/2031');
    expect(step.isReady()).toBe(true);
    expect(step.request()).toMatchObject({ isFaceConfirmed: true, accepted: [], document: { number: 'CA12345AB' } });
  });

  test('an expired document has nothing missing, and cannot be sent', () => {
    const step = identification();
    step.document.expiresOn.set('12/10/2026');
    expect(step.refusal()?.kind).toBe('document-expired');
    expect(step.isReady()).toBe(false);
  });
});

describe('scans', () => {
  test('a machine-readable zone fills in what it bears, and the cursor is left the day of issue', () => {
    const step = identification();
    expect(step.take(recogniseScan(ZONE))).toBe('taken');
    expect(step.document.number()).toBe('CA12345AB');
    expect(step.document.expiresOn()).toBe('01/01/2031');
    expect(step.comparison.written('name')).toBe('MARIA LUISA');
    expect(step.missing().map(({ target }) => target)).toEqual(['document-issuedOn', 'compare-name']);
  });

  test('a zone that was misread changes nothing', () => {
    const step = identification();
    expect(step.take(recogniseScan(ZONE.replace('8001014', '8001015')))).toBe('misread');
    expect(step.document.number()).toBe('');
  });

  test('a codice fiscale goes to its row', () => {
    const step = identification();
    expect(step.take(recogniseScan('RSSMRA80A41H501Y'))).toBe('taken');
    expect(step.missing().some(({ target }) => target === 'compare-codiceFiscale')).toBe(false);
  });

  test('the zone of a visa is no document, and changes nothing', () => {
    const step = identification();
    const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'].join('');
    expect(step.take(recogniseScan(visa))).toBe('no-document');
    expect(step.document.number()).toBe('');
  });

  test('an STP or ENI code is told as what it is', () => {
    expect(identification().take(recogniseScan('STP0901234567890'))).toBe('stp-eni');
  });

  test('a name that its zone cuts off needs no decision while it agrees, and travels as cut off', () => {
    const step = new Identification(holder({ surname: 'PAPANDROPOULOS', name: 'JONATHON ALEXANDER' }), () => NOW);
    const zone = ['C<ITACA12345AB8<<<<<<<<<<<<<<<', '8001014F3101012ITA<<<<<<<<<<<6', 'PAPANDROPOULOS<<JONATHON<ALEXA'].join('');
    expect(step.take(recogniseScan(zone))).toBe('taken');
    step.document.issuedOn.set('14/09/2020');
    expect(step.missing()).toEqual([]);
    expect(step.request()).toMatchObject({ accepted: [], person: { name: 'JONATHON ALEXA', isNameCutOff: true } });
    step.comparison.type('name', 'JONATHON ALEXI');
    expect(step.missing().map(({ target }) => target)).toEqual(['compare-name']);
  });

  test('the card of a State of free movement brings its type, its State and its number along', () => {
    const step = identification();
    step.take(recogniseScan(['I<ROUERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907ROU7408122F3204153<<<<<<<2'].join('')));
    expect([step.document.type(), step.document.issuer(), step.document.number()]).toEqual(['eu-identity-card', 'ROU', 'D23145890']);
  });

  test('an envelope is not for this step', () => {
    expect(identification().take(recogniseScan('000419-K7P4XR'))).toBe('not-mine');
  });
});
