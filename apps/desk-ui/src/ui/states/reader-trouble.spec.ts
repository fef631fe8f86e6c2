// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../../testing/catalogues';
import { station } from '../../testing/fixtures';
import { readerTrouble } from './reader-trouble';

test.each(['ready', 'busy', 'unknown'] as const)('a reader that is %s keeps nothing', (reader) => {
  expect(readerTrouble(station({ reader }))).toBeNull();
});

test.each(['no-reader', 'no-service', 'no-binding', 'restarting'] as const)('%s says what happened, and that the cases are safe', (reader) => {
  expect(readerTrouble(station({ reader }))?.title.key).toBe(`readerTrouble.${reader}.title`);
  expect(it.readerTrouble[reader].text).toMatch(/pratic(a è salva|he sono salve)/);
});

test('a station that is away is told before its reader', () => {
  expect(readerTrouble(station({ isOnline: false, reader: 'restarting' }))?.title.key).toBe('readerTrouble.offline.title');
  expect(readerTrouble(null)?.title.key).toBe('readerTrouble.no-station.title');
});
