// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { canonicalJson, canonicalJsonBytes, type JsonValue } from './canonical-json';

/** The double with these bits. */
const double = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE();

describe('canonical JSON', () => {
  it('writes the sample of RFC 8785 §3.2.2 as §3.2.4 has it', () => {
    const sample = JSON.parse(
      String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    ) as JsonValue;
    const expected =
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d' +
      '2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d';
    expect(Buffer.from(canonicalJsonBytes(sample)).toString('hex')).toBe(expected);
  });

  it('sorts names by UTF-16 code units (RFC 8785 §3.2.3)', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(sample)) as object).toSorted()).toEqual(Object.values(sample).toSorted());
    expect([...canonicalJson(sample).matchAll(/":"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as %s (RFC 8785 appendix B)', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  it.each([
    ['NaN', NaN],
    ['an infinity', -Infinity],
    ['undefined', undefined],
    ['an undefined property', { a: undefined }],
    ['a hole', [1, , 3]],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a symbol as value', Symbol('a')],
    ['a symbol as name', { [Symbol('a')]: 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', Uint8Array.of(1)],
    ['half a surrogate pair', '\ud83d'],
    ['half a surrogate pair in a name', { '\udead': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value as unknown as JsonValue)).toThrow(TypeError);
  });

  it('says where the fault is, and not what stands there', () => {
    expect(() => canonicalJson({ job: [{ pin: 5n }] } as unknown as JsonValue)).toThrow('canonical JSON: $.job[0].pin is not a JSON value');
  });

  const json = fc.jsonValue() as fc.Arbitrary<JsonValue>;

  it('says what JSON said', () => {
    fc.assert(fc.property(json, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))));
  });

  it('does not depend on the order in which properties were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).toReversed()))).toBe(canonicalJson(value));
      }),
    );
  });
});
