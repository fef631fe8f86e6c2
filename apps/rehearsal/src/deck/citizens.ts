// SPDX-License-Identifier: AGPL-3.0-or-later
import { ACCOMPANIED } from './accompanied';
import type { CitizenPlan } from './citizen-plan';
import { firenze, livorno, lucca, massa, milano, pisa, roma } from './places';

/** The deck that lies on the table from the start: one citizen for each thing that may happen at the desk. */
export const CITIZENS: readonly CitizenPlan[] = [
  {
    surname: 'ROSSI', name: 'MARIA', sex: 'F', age: 46, birthday: { month: 1, day: 1 }, birthPlace: roma,
    cardType: 'AC2018', cardMonthsLeft: 42, story: 'ordinary', document: { type: 'cie', yearsOld: 3 },
  },
  {
    surname: 'VERDI', name: 'GIANNI', sex: 'M', age: 26, birthday: { month: 3, day: 14 }, birthPlace: firenze,
    cardType: 'AC2018', cardMonthsLeft: 51, story: 'omocode', document: { type: 'passport', yearsOld: 4 },
  },
  {
    surname: 'NERI', name: 'PAOLO', sex: 'M', age: 55, birthday: { month: 6, day: 2 }, birthPlace: pisa,
    cardType: 'OT2016', cardMonthsLeft: 20, story: 'already-active', isInUse: true, document: { type: 'cie', yearsOld: 6 },
  },
  {
    surname: 'BIANCHI', name: 'ANNA', sex: 'F', age: 41, birthday: { month: 8, day: 23 }, birthPlace: lucca,
    cardType: 'AC2014', cardMonthsLeft: -2, story: 'card-expired', document: { type: 'driving-licence', yearsOld: 5 },
  },
  {
    surname: 'BIANCHI', name: 'LUCA', sex: 'M', age: 12, birthday: { month: 4, day: 9 }, birthPlace: massa,
    cardType: 'ID2019', cardMonthsLeft: 33, story: 'minor', visit: { kind: 'parent-of-minor', applicant: 'bianchi-anna' }, document: { type: 'cie', yearsOld: 1 },
  },
  {
    surname: 'GALLI', name: 'SOFIA', sex: 'F', age: 36, birthday: { month: 10, day: 17 }, birthPlace: livorno,
    cardType: 'ST2022', cardMonthsLeft: 64, story: 'second-name', document: { type: 'cie', yearsOld: 2, name: 'SOFIA BEATRICE' },
  },
  {
    surname: 'FERRARI', name: 'MARCO', sex: 'M', age: 34, birthday: { month: 2, day: 27 }, birthPlace: massa,
    cardType: 'ST2021', cardMonthsLeft: 47, story: 'document-expired', document: { type: 'cie', yearsOld: 11 },
  },
  {
    surname: 'CONTI', name: 'ELENA', sex: 'F', age: 62, birthday: { month: 5, day: 30 }, birthPlace: massa,
    cardType: 'ID2019', cardMonthsLeft: 29, story: 'paper-document', document: { type: 'paper-identity-card', yearsOld: 7 },
  },
  {
    surname: 'RICCI', name: 'DAVIDE', sex: 'M', age: 51, birthday: { month: 7, day: 11 }, birthPlace: pisa,
    cardType: 'ST2021', cardMonthsLeft: 58, story: 'ordinary', document: { type: 'driving-licence', yearsOld: 2 },
  },
  {
    surname: 'PUCCI', name: 'NINO', sex: 'M', age: 18, birthday: 'today', birthPlace: massa,
    cardType: 'ST2022', cardMonthsLeft: 36, story: 'of-age-today', document: { type: 'cie', yearsOld: 1 },
  },
  {
    surname: 'FUMAGALLI', name: 'RITA', sex: 'F', age: 50, birthday: { month: 11, day: 12 }, birthPlace: milano, region: '030',
    cardType: 'ST2021', cardMonthsLeft: 44, story: 'other-region', document: { type: 'cie', yearsOld: 4 },
  },
  ...ACCOMPANIED,
];

const names: readonly (readonly [surname: string, name: string, sex: 'F' | 'M'])[] = [
  ['MARINI', 'LAURA', 'F'], ['GRECO', 'STEFANO', 'M'], ['BRUNO', 'CHIARA', 'F'], ['LOMBARDI', 'ANDREA', 'M'], ['MORETTI', 'GIULIA', 'F'],
  ['BARBIERI', 'FABIO', 'M'], ['FONTANA', 'IRENE', 'F'], ['SANTORO', 'PIETRO', 'M'], ['MARIANI', 'SARA', 'F'], ['RINALDI', 'ENRICO', 'M'],
  ['CARUSO', 'MARTA', 'F'], ['FERRI', 'TOMMASO', 'M'], ['VITALE', 'ALICE', 'F'], ['PARISI', 'NICOLA', 'M'], ['GATTI', 'SERENA', 'F'],
  ['VALENTINI', 'OMAR', 'M'], ['MONTI', 'CATERINA', 'F'], ['SERRA', 'GIORGIO', 'M'], ['LEONI', 'PAOLA', 'F'], ['BASILE', 'MATTEO', 'M'],
  ['AMATO', 'SILVIA', 'F'], ['PIRAS', 'DARIO', 'M'], ['TESTA', 'NOEMI', 'F'], ['SALA', 'BRUNO', 'M'], ['VILLA', 'ADELE', 'F'],
  ['FARINA', 'RENATO', 'M'], ['COSTA', 'MIRIAM', 'F'], ['PALMA', 'SERGIO', 'M'], ['RIVA', 'GRETA', 'F'], ['DONATI', 'EMILIO', 'M'],
  ['BELLI', 'OLGA', 'F'], ['GUERRA', 'IVAN', 'M'], ['SASSI', 'VIOLA', 'F'], ['TOSI', 'ALDO', 'M'], ['NERI', 'ANITA', 'F'],
  ['LANDI', 'CARLO', 'M'], ['CORSI', 'TERESA', 'F'], ['VANNI', 'GUIDO', 'M'], ['BONI', 'LIVIA', 'F'], ['MAZZI', 'UGO', 'M'],
];
const places = [massa, lucca, livorno, firenze, roma, pisa];
const cardTypes = ['ST2021', 'AC2018', 'ST2022', 'ID2019', 'OT2016'];

/** Further ordinary citizens, handed out one by one: the register knows their cards from the start, as it knows any that the factory made. */
export const RESERVE: readonly CitizenPlan[] = names.map(([surname, name, sex], index) => ({
  surname,
  name,
  sex,
  age: 22 + ((index * 17) % 61),
  birthday: { month: 1 + ((index * 5) % 12), day: 1 + ((index * 11) % 28) },
  birthPlace: places[index % places.length] ?? massa,
  cardType: cardTypes[index % cardTypes.length] ?? 'ST2021',
  cardMonthsLeft: 18 + ((index * 7) % 50),
  story: 'ordinary',
  document: { type: index % 4 === 3 ? 'driving-licence' : 'cie', yearsOld: 1 + (index % 4) },
}));
