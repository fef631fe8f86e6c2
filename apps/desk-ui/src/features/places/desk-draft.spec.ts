// SPDX-License-Identifier: AGPL-3.0-or-later
import { deskDraft, deskTroubles, typedDesk } from './desk-draft';
import { writtenPeriods } from './typed-week';

const blank = typedDesk(null, 'asl');
const typed = { ...blank, code: 'MS-3', name: ' Sportello 3 ', place: 'Massa' };

test('the periods of a day are read between commas, with a hyphen or a dash', () => {
  expect(writtenPeriods('monday', '8:30-12:30, 14:30 – 17')).toEqual([{ weekday: 'monday', from: '8:30', to: '12:30' }, { weekday: 'monday', from: '14:30', to: '17' }]);
  expect(writtenPeriods('monday', '  ')).toEqual([]);
});

test('what is missing or wrong is said at its field', () => {
  expect(deskTroubles(blank, true)).toEqual({ code: 'code', name: 'name', place: 'place' });
  expect(deskTroubles(typed, true)).toEqual({});
  expect(deskTroubles({ ...typed, code: '' }, false)).toEqual({});
  expect(deskTroubles({ ...typed, street: 'Via Roma 1', cap: '541' }, true)).toEqual({ cap: 'cap' });
  const hours = { ...typed.hours, monday: '8:30-12:30, 12-13', friday: 'mattina' };
  expect(deskTroubles({ ...typed, hours }, true)).toEqual({ monday: 'no-time', friday: 'no-time' });
  expect(deskTroubles({ ...typed, hours: { ...typed.hours, monday: '8:30-12:30, 12:00-13:00' } }, true)).toEqual({ monday: 'overlap' });
});

test('an address that nobody began to type is none, and a desk that is closed leaves the list', () => {
  expect(deskDraft({ ...typed, notes: 'Chiuso ad agosto\n\n', isListed: true, isClosed: true })).toMatchObject({ name: 'Sportello 3', address: null, phone: null, hours: [], hoursNotes: ['Chiuso ad agosto'], isListed: false, isClosed: true });
});
