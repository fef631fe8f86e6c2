// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import type { BelfioreCode, RegularCodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { composeCodiceFiscale } from '../codice-fiscale/compose-codice-fiscale';
import type { PersonForCodiceFiscale } from '../codice-fiscale/compose-codice-fiscale';
import { anyDate } from './dates';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

export const anyName: fc.Arbitrary<string> = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 14 });

const anyBirthPlace = fc
  .tuple(fc.constantFrom(...LETTERS), fc.integer({ min: 0, max: 999 }))
  .map(([letter, number]) => `${letter}${String(number).padStart(3, '0')}` as BelfioreCode);

export const anyPerson: fc.Arbitrary<PersonForCodiceFiscale> = fc.record({
  surname: anyName,
  name: anyName,
  birthDate: anyDate(1900, 2030),
  sex: fc.constantFrom('F', 'M'),
  birthPlace: anyBirthPlace,
});

export const anyCodiceFiscale: fc.Arbitrary<RegularCodiceFiscale> = anyPerson.map(composeCodiceFiscale);
