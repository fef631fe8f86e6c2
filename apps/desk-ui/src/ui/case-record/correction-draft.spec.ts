// SPDX-License-Identifier: AGPL-3.0-or-later
import { missingIn, NO_CORRECTION, requestOf } from './correction-draft';

const DRAFT = { field: 'document-number', value: ' CA99999ZZ ', reason: ' Letta male ' } as const;

test('a correction lacks its datum first, then its value, then its reason', () => {
  expect(missingIn(NO_CORRECTION)).toBe('field');
  expect(missingIn({ ...DRAFT, value: ' ' })).toBe('value');
  expect(missingIn({ ...DRAFT, reason: 'no' })).toBe('reason');
  expect(missingIn({ ...DRAFT, field: 'document-issued-on', value: '30/02/2020' })).toBe('date');
  expect(missingIn(DRAFT)).toBeUndefined();
});

test('it is sent as it is written, dates as they travel, and nothing where the document bears none', () => {
  expect(requestOf(DRAFT)).toEqual({ field: 'document-number', value: 'CA99999ZZ', reason: 'Letta male' });
  expect(requestOf({ ...DRAFT, field: 'document-issued-on', value: '6/3/2020' })).toMatchObject({ value: '2020-03-06' });
  expect(requestOf({ ...DRAFT, field: 'document-expires-on', value: '' })).toMatchObject({ value: null });
  expect(requestOf({ ...DRAFT, value: '' })).toBeUndefined();
});
