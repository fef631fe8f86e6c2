// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { anyDate, day } from '../testing/dates';
import { scriptedBytes } from '../testing/random-bytes';
import { UNAMBIGUOUS_ALPHABET } from '../text/unambiguous-alphabet';
import { accepted, refused } from '../testing/outcomes';
import { cipPattern, DEFAULT_CIP_PATTERN, drawCip } from './cip-pattern';
import { isAcceptablePin, isAcceptablePuk } from './code-policy';
import { drawCharacters, drawDigits } from './draw-characters';
import { drawOuterCodeSuffix, drawPin, drawPuk } from './draw-codes';
import type { RandomBytes } from './random-bytes';

const BORN = day('1978-03-25');

/** A small generator (mulberry32) from a seed of the property, so that a failing run can be repeated. */
function seeded(seed: number): RandomBytes {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return ((mixed ^ (mixed >>> 14)) >>> 8) & 0xff;
  };
  return (length) => Uint8Array.from({ length }, next);
}

const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);

describe('drawing characters', () => {
  it('makes each as likely as any other: of the 256 bytes every digit takes 25, and six are thrown away', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 250; byte += 1) {
      const digit = text(drawDigits(1, scriptedBytes([byte]).randomBytes));
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 10 }, () => 25));
    for (let byte = 250; byte < 256; byte += 1) expect(text(drawDigits(1, scriptedBytes([byte, 7]).randomBytes))).toBe('7');
  });

  it('uses every byte when the alphabet’s size divides 256', () => {
    expect(text(drawCharacters(2, 'ABCD', scriptedBytes([255, 0]).randomBytes))).toBe('DA');
  });

  it('wipes what the generator gave', () => {
    const { randomBytes, handedOut } = scriptedBytes([251, 3, 9]);
    expect(text(drawDigits(4, randomBytes))).toBe('3939');
    expect(handedOut.length).toBeGreaterThan(1);
    expect(handedOut.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('stops at a generator that gives nothing usable, or not as much as was asked', () => {
    expect(() => drawDigits(1, scriptedBytes([255]).randomBytes)).toThrow('no usable bytes');
    expect(() => drawDigits(2, () => new Uint8Array(1))).toThrow('another number of bytes');
  });
});

describe('a drawn PIN and a drawn PUK', () => {
  it('keep to the policy, whoever the holder is', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer(), (birthDate, seed) => {
        const randomBytes = seeded(seed);
        expect(isAcceptablePin(drawPin(birthDate, randomBytes), birthDate)).toBe(true);
        expect(isAcceptablePuk(drawPuk(birthDate, randomBytes), birthDate)).toBe(true);
      }),
    );
  });

  it('are drawn again while the policy refuses them', () => {
    expect(text(drawPin(BORN, scriptedBytes([1, 2, 3, 4, 5, 7, 0, 4, 2, 9]).randomBytes))).toBe('70429');
    expect(text(drawPuk(BORN, scriptedBytes([2, 5, 0, 3, 1, 9, 7, 8, 7, 0, 4, 2, 9, 3, 1, 6]).randomBytes))).toBe('70429316');
  });

  it('are never drawn from a generator that repeats itself', () => {
    expect(() => drawPin(BORN, scriptedBytes([7]).randomBytes)).toThrow('only codes that the policy refuses');
  });
});

describe('a CIP', () => {
  it('is ten digits unless configured otherwise', () => {
    expect(text(drawCip(DEFAULT_CIP_PATTERN, seeded(1)))).toMatch(/^[0-9]{10}$/);
    expect(accepted(cipPattern(10, '0123456789'))).toEqual(DEFAULT_CIP_PATTERN);
  });

  it('keeps to any pattern that is accepted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 20 }), fc.integer(), (length, seed) => {
        const cip = drawCip(accepted(cipPattern(length, UNAMBIGUOUS_ALPHABET)), seeded(seed));
        expect(cip).toHaveLength(length);
        expect([...cip].every((byte) => UNAMBIGUOUS_ALPHABET.includes(String.fromCharCode(byte)))).toBe(true);
      }),
    );
  });

  it.each([5, 21, 7.5])('is not %d characters long', (length) => {
    expect(refused(cipPattern(length, '0123456789'))).toEqual({ kind: 'cip-length-out-of-bounds', least: 6, most: 20 });
  });

  it.each([
    ['', 'too-few'],
    ['7', 'too-few'],
    ['ABA', 'repeated'],
    ['AB C', 'not-printable'],
    ['ABÈ', 'not-printable'],
    ['ABC0', 'look-alikes'],
    ['ABCl', 'look-alikes'],
    ['I23', 'look-alikes'],
  ])('is not made of the alphabet %j: %s', (alphabet, because) => {
    expect(refused(cipPattern(10, alphabet))).toEqual({ kind: 'cip-alphabet-unfit', because });
  });
});

it('the random part of an outer code is six characters that nobody mistakes for others', () => {
  fc.assert(fc.property(fc.integer(), (seed) => expect(drawOuterCodeSuffix(seeded(seed))).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)));
});
