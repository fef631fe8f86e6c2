// SPDX-License-Identifier: AGPL-3.0-or-later
import { desk, recognised, station } from '../../testing/fixtures';
import { deviceTags } from './device-tags';

const troubled = (...args: Parameters<typeof deviceTags>) => deviceTags(...args).filter((tag) => tag.isTroubled).map(({ words, shape }) => [words.key, shape]);

test('healthy devices are quiet', () => {
  expect(troubled(desk(), false)).toEqual([]);
});

test('a lost station is told once: what hangs on it is not known meanwhile', () => {
  const tags = deviceTags(desk({ station: station({ isOnline: false, envelopes: 'media-jam' }) }), false);
  expect(tags.map(({ id, shape }) => [id, shape])).toEqual([
    ['station', 'stopped'],
    ['reader', 'unknown'],
    ['envelopes', 'unknown'],
    ['forms', 'unknown'],
  ]);
  expect(tags.filter((tag) => tag.isTroubled)).toHaveLength(1);
});

test('a second reader is told of only where there is one', () => {
  const tags = deviceTags(desk({ station: station({ operatorReader: 'no-reader' }) }), true);
  expect(tags.map(({ id }) => id)).toEqual(['station', 'reader', 'operatorReader', 'envelopes', 'forms']);
  expect(tags.find(({ id }) => id === 'operatorReader')).toMatchObject({ isTroubled: true, words: { key: 'devices.operatorReader.no-reader' } });
  expect(deviceTags(desk(), false).map(({ id }) => id)).not.toContain('operatorReader');
});

test('a desk without a station says so', () => {
  expect(troubled(desk({ station: null }), false)).toEqual([['devices.station.none', 'stopped']]);
});

test('where there are several stations the bar names the own one, and asks for it as long as it does not know', () => {
  expect(deviceTags(desk({ stationChoice: 'made' }), false)[0]).toMatchObject({ isTroubled: false, words: { key: 'devices.station.named', params: { name: 'Postazione 1' } } });
  expect(troubled(desk({ station: null, stationChoice: 'asked' }), false)).toEqual([['devices.station.asked', 'attention']]);
});

test('an empty reader is a matter only for a case that waits for its card', () => {
  expect(troubled(desk(), true)).toEqual([['devices.reader.empty', 'interrupted']]);
  expect(troubled(desk({ cardInReader: recognised() }), true)).toEqual([]);
});

test.each([
  [5, 'devices.envelopes.few-sheets', 'attention'],
  [0, 'devices.envelopes.no-sheets', 'stopped'],
] as const)('%i sheets left are too few', (loaded, key, shape) => {
  expect(troubled(desk({ sheets: { loaded, next: null } }), false)).toEqual([[key, shape]]);
});

test('six sheets are enough', () => {
  expect(troubled(desk({ sheets: { loaded: 6, next: '000450' } }), false)).toEqual([]);
});

test('a jam is told before a shortage of sheets', () => {
  expect(troubled(desk({ station: station({ envelopes: 'media-jam' }), sheets: { loaded: 2, next: '000454' } }), false)).toEqual([['devices.envelopes.media-jam', 'stopped']]);
});

test.each(['output-full', 'toner-empty', 'certificate-changed', 'spools-to-disk'] as const)('a printer that is %s says so on the bar, whichever of the two it is', (condition) => {
  expect(troubled(desk({ station: station({ envelopes: condition, forms: condition }) }), false)).toEqual([
    [`devices.envelopes.${condition}`, 'stopped'],
    [`devices.forms.${condition}`, 'stopped'],
  ]);
});
