// SPDX-License-Identifier: AGPL-3.0-or-later
import { groupsOf } from './groups';

test('a codice fiscale is read by surname, name, date, place and check letter', () => {
  expect(groupsOf('RSSMRA80A41H501Y', 'codice-fiscale')).toEqual(['RSS', 'MRA', '80A41', 'H501', 'Y']);
});

test('an ID_Carta by fours', () => {
  expect(groupsOf('6090412077358013', 'id-carta')).toEqual(['6090', '4120', '7735', '8013']);
});

test('a code of another length stays in one piece', () => {
  expect(groupsOf('12345678901', 'codice-fiscale')).toEqual(['12345678901']);
});
