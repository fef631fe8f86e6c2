// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { NeedleFinder } from './needle-finder';

describe('one pass over the bytes', () => {
  it('finds what looking for each string by itself finds, overlapping ones and one inside another too', () => {
    // Few different bytes, so that strings overlap, repeat, and end in one another.
    const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength, max: 2 });
    fc.assert(
      fc.property(fc.array(bytes(1, 5), { minLength: 1, maxLength: 8 }), bytes(0, 60), (strings, haystack) => {
        const found: string[] = [];
        const needles = strings.map((string, name) => ({ name, bytes: string }));
        new NeedleFinder(needles).find(haystack, ({ name }, at) => found.push(`${name} at ${at}`));
        expect(found.toSorted()).toEqual(needles.flatMap(({ name, bytes: needle }) => placesOf(needle, haystack).map((at) => `${name} at ${at}`)).toSorted());
      }),
      { numRuns: 500 },
    );
  });
});

function placesOf(needle: Uint8Array, haystack: Uint8Array): readonly number[] {
  return Array.from(haystack.keys()).filter((at) => Buffer.from(haystack.subarray(at, at + needle.length)).equals(needle));
}
