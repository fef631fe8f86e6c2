// SPDX-License-Identifier: AGPL-3.0-or-later
import { personalDataOf, samplePersonalData } from '../../testing/sample-card';
import { personalDataExtent } from './personal-data-extent';

const { length } = samplePersonalData;

function padded(bytes: Uint8Array): Uint8Array {
  const file = new Uint8Array(400);
  file.set(bytes);
  return file;
}

function withHeader(total: string): Uint8Array {
  return Uint8Array.from(Buffer.concat([Buffer.from(total), samplePersonalData.subarray(6)]));
}

describe('how far EF.Dati_personali reaches', () => {
  it('to the end of the sixteenth field, whatever padding follows', () => {
    expect(personalDataExtent(padded(samplePersonalData))).toEqual({ kind: 'complete', length });
  });

  it.each([
    ['counts its own six digits', length],
    ['does not', length - 6],
  ])('to the same place when the header %s', (_case, total) => {
    expect(personalDataExtent(padded(withHeader(total.toString(16).padStart(6, '0'))))).toEqual({ kind: 'complete', length });
  });

  it('asks for as much as the header says while fields are missing', () => {
    expect(personalDataExtent(samplePersonalData.subarray(0, 5))).toEqual({ kind: 'needs', length: 6 });
    expect(personalDataExtent(samplePersonalData.subarray(0, 40))).toEqual({ kind: 'needs', length });
  });

  it('never asks for more than the file holds', () => {
    const long = personalDataOf(['A'.repeat(255), 'B'.repeat(110), ...Array.from({ length: 14 }, () => '')]);
    expect(long.length).toBeGreaterThan(400);
    expect(personalDataExtent(long.subarray(0, 252))).toEqual({ kind: 'needs', length: 400 });
    expect(personalDataExtent(long.subarray(0, 400))).toEqual({ kind: 'malformed' });
  });

  it.each([
    ['no digits in the header', Buffer.from('zzzzzz04')],
    ['a header beyond the file', Buffer.from('FFFFFF04')],
    ['no digits for a field', Buffer.from('00006AZZ')],
    ['an empty file', Buffer.alloc(400)],
    ['fields that go on after the header\'s end', Buffer.from('0000020102')],
  ])('nowhere with %s', (_case, bytes) => {
    expect(personalDataExtent(bytes)).toEqual({ kind: 'malformed' });
  });
});
