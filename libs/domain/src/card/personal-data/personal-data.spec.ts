// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { ROSSI } from '../../testing/cards';
import { anyDate } from '../../testing/dates';
import { accepted, refused } from '../../testing/outcomes';
import { anyCodiceFiscale } from '../../testing/people';
import { encodePersonalData } from './encode-personal-data';
import { parsePersonalData } from './parse-personal-data';
import type { PersonalData } from './personal-data';

const FIELDS = '0460900821052024082005203005ROSSI05MARIO080101198001M0010RSSMRA80A01D612Y0004D612000004D6120000';
const TOTAL = FIELDS.length;

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const hex = (value: number) => value.toString(16).toUpperCase().padStart(6, '0');
const file = (fields: string, total = fields.length + 6) => bytes((hex(total) + fields).padEnd(400, '\0'));

describe('EF.Dati_personali', () => {
  it('is a total, then sixteen texts each after its length, then zeros', () => {
    expect(accepted(parsePersonalData(file(FIELDS)))).toEqual({ data: ROSSI, warnings: [], byteLength: TOTAL + 6 });
  });

  it('may count in its total its own six characters, or leave them out', () => {
    expect(accepted(parsePersonalData(file(FIELDS, TOTAL))).warnings).toEqual([]);
    expect(accepted(parsePersonalData(file(FIELDS, TOTAL + 6))).warnings).toEqual([]);
  });

  it('is guided by its fields when the total agrees with neither: a warning', () => {
    expect(accepted(parsePersonalData(file(FIELDS, TOTAL + 1)))).toMatchObject({
      data: ROSSI,
      warnings: [{ kind: 'lengths-disagree', declared: TOTAL + 1, found: TOTAL + 6 }],
    });
  });

  it('is read without its padding too', () => {
    expect(accepted(parsePersonalData(file(FIELDS).subarray(0, TOTAL + 6)))).toMatchObject({ data: ROSSI, byteLength: TOTAL + 6 });
  });

  it('with something behind the last field is a warning', () => {
    const odd = file(FIELDS);
    odd[TOTAL + 10] = 0x41;
    expect(accepted(parsePersonalData(odd)).warnings).toEqual([{ kind: 'bytes-after-end', offset: TOTAL + 10 }]);
  });

  it('holds accented letters as Latin-1', () => {
    expect(accepted(parsePersonalData(file(FIELDS.replace('05MARIO', '06NICOL\xd2')))).data.name).toBe('NICOLÒ');
  });

  it('may lack the name of somebody who has only one', () => {
    expect(accepted(parsePersonalData(file(FIELDS.replace('05MARIO', '00')))).data.name).toBe('');
  });

  it('whose emettitore is not a type and a region is a warning', () => {
    expect(accepted(parsePersonalData(file(FIELDS.replace('046090', '03ABC')))).warnings).toEqual([{ kind: 'unexpected-emettitore' }]);
  });
});

describe('bytes that are not a holder’s data', () => {
  it.each([
    ['nothing', '', { kind: 'bad-total' }],
    ['a cut total', '00005', { kind: 'bad-total' }],
    ['a total that is no number', `00ZZ00${FIELDS}`, { kind: 'bad-total' }],
    ['zeros', '\0'.repeat(400), { kind: 'bad-total' }],
    ['a length that is no number', `000010${FIELDS.replace('05ROSSI', '0GROSSI')}`, { kind: 'bad-field-length', field: 'surname' }],
    ['a field cut short', `000060${FIELDS.slice(0, 31)}`, { kind: 'truncated', field: 'surname' }],
    ['an end before the sixteenth field', `000060${FIELDS.slice(0, -2)}`, { kind: 'truncated', field: 'annotation' }],
    ['a field longer than the file', `000060${FIELDS.slice(0, -2)}FF`, { kind: 'truncated', field: 'annotation' }],
    ['no surname', `000060${FIELDS.replace('05ROSSI', '00')}`, { kind: 'field-missing', field: 'surname' }],
    ['no codice fiscale', `000060${FIELDS.replace('10RSSMRA80A01D612Y', '00')}`, { kind: 'field-missing', field: 'codiceFiscale' }],
    ['a day that does not exist', `000060${FIELDS.replace('01011980', '31021980')}`, { kind: 'bad-field-date', field: 'birthDate', because: 'no-such-day' }],
    ['a date in another form', `000060${FIELDS.replace('0820052030', '0620/530')}`, { kind: 'bad-field-date', field: 'expiresOn', because: 'bad-format' }],
    ['a sex that is none', `000060${FIELDS.replace('01M', '01X')}`, { kind: 'bad-sex' }],
    ['a wrong check letter', `000060${FIELDS.replace('D612Y', 'D612Z')}`, { kind: 'bad-holder-code', because: 'bad-check-letter' }],
    ['a control character', `000060${FIELDS.replace('MARIO', 'MAR\x07O')}`, { kind: 'bad-character', field: 'name' }],
    ['a control character of the upper half', `000060${FIELDS.replace('MARIO', 'MAR\x85O')}`, { kind: 'bad-character', field: 'name' }],
  ])('are refused: %s', (_, text, refusal) => {
    expect(refused(parsePersonalData(bytes(text)))).toEqual(refusal);
  });

  it('never throw, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 450 }), (any) => expect(typeof parsePersonalData(any).ok).toBe('boolean')));
    fc.assert(
      fc.property(fc.nat(TOTAL + 5), fc.nat(255), (offset, byte) => {
        const damaged = file(FIELDS);
        damaged[offset] = byte;
        expect(typeof parsePersonalData(damaged).ok).toBe('boolean');
      }),
    );
  });
});

const latin1 = fc.constantFrom(...Array.from(" ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz0123456789'-./ÀÈÉÌÒÙÜßñç"));
const text = (maxLength: number, minLength = 0) => fc.string({ unit: latin1, minLength, maxLength });

const anyPersonalData: fc.Arbitrary<PersonalData> = fc.record({
  emettitore: fc.constantFrom('6090', '5030', '6200'),
  issuedOn: anyDate(),
  expiresOn: anyDate(),
  surname: text(40, 1),
  name: text(40),
  birthDate: anyDate(),
  sex: fc.constantFrom('F', 'M'),
  height: text(3),
  codiceFiscale: anyCodiceFiscale,
  citizenship: text(3),
  birthMunicipality: text(4),
  birthState: text(4),
  birthAct: text(20),
  residenceMunicipality: text(4),
  address: text(60),
  annotation: text(30),
});

describe('a holder’s data written to a card', () => {
  it('are read back as they were, under either way of counting the total', () => {
    fc.assert(
      fc.property(anyPersonalData, fc.boolean(), (data, doesTotalCountItself) => {
        const written = accepted(encodePersonalData(data, { doesTotalCountItself }));
        expect(written).toHaveLength(400);
        expect(accepted(parsePersonalData(written))).toMatchObject({ data, warnings: [] });
      }),
    );
  });

  it('fill the file as a card of 2025 does unless told otherwise', () => {
    expect(accepted(encodePersonalData(ROSSI))).toEqual(file(FIELDS));
    expect(accepted(encodePersonalData(ROSSI, { doesTotalCountItself: false }))).toEqual(file(FIELDS, TOTAL));
  });

  it('are refused when a letter, a field or the whole does not fit', () => {
    expect(refused(encodePersonalData({ ...ROSSI, surname: 'ŁUKASZ' }))).toEqual({ kind: 'not-latin-1', field: 'surname' });
    expect(refused(encodePersonalData({ ...ROSSI, name: 'A\u0085' }))).toEqual({ kind: 'not-latin-1', field: 'name' });
    expect(refused(encodePersonalData({ ...ROSSI, address: 'A'.repeat(256) }))).toEqual({ kind: 'field-too-long', field: 'address' });
    expect(refused(encodePersonalData(ROSSI, { fileSize: 64 }))).toEqual({ kind: 'file-too-long', needed: TOTAL + 6, fileSize: 64 });
  });
});
