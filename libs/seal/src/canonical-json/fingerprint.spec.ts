// SPDX-License-Identifier: AGPL-3.0-or-later
import { fingerprint, isFingerprint } from './fingerprint';

const document = { stationId: 'one', signingKey: 'a', sealingKey: 'b' };

test('a fingerprint is eight groups of four, whatever the order of the properties', () => {
  expect(fingerprint(document)).toMatch(/^([0-9A-F]{4}-){7}[0-9A-F]{4}$/);
  expect(fingerprint({ sealingKey: 'b', signingKey: 'a', stationId: 'one' })).toBe(fingerprint(document));
});

test('another document has another one', () => {
  expect(fingerprint({ ...document, sealingKey: 'c' })).not.toBe(fingerprint(document));
});

test('what was typed may be written as one likes, and must be all of it', () => {
  expect(isFingerprint(fingerprint(document).toLowerCase().replace(/-/g, ' '), document)).toBe(true);
  expect(isFingerprint(fingerprint(document).slice(0, -1), document)).toBe(false);
  expect(isFingerprint('', document)).toBe(false);
});
