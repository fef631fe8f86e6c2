// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { samplePersonalData } from '../../testing/sample-card';
import { matchPersonalDataDigest } from './personal-data-digest';

const padded = Buffer.alloc(400);
padded.set(samplePersonalData);
const digestOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64');

describe('the digest of EF.Dati_personali in the certificate\'s name', () => {
  it.each([
    ['padded', padded],
    ['trimmed-with-header', samplePersonalData],
    ['trimmed-without-header', samplePersonalData.subarray(6)],
  ])('matches %s, whether the file was read with its padding or without', (form, bytes) => {
    expect(matchPersonalDataDigest(samplePersonalData, digestOf(bytes))).toBe(form);
    expect(matchPersonalDataDigest(padded, digestOf(bytes))).toBe(form);
  });

  it('matches none when the data were changed', () => {
    expect(matchPersonalDataDigest(samplePersonalData, digestOf(Buffer.from('else')))).toBeUndefined();
  });

  it('matches none when the data cannot be read', () => {
    expect(matchPersonalDataDigest(new Uint8Array(400), digestOf(new Uint8Array(400)))).toBeUndefined();
  });
});
