// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { attribute, boolean, enums, integers, strings } from './attributes';
import { decodeMessage } from './decode';
import { encodeMessage } from './encode';
import type { IppAttribute, IppMessage } from './message';
import { groupTags, integerTags, languageStringTags, outOfBandTags, stringTags } from './tags';
import type { IppValue } from './value';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s+/g, ''), 'hex');
const ascii = (text: string): string => Buffer.from(text).toString('hex');

/** The Print-Job request of RFC 8010 appendix A.1, octet by octet. */
const printJob = hex(`
  0101 0002 00000001
  01
  47 0012 ${ascii('attributes-charset')} 0005 ${ascii('utf-8')}
  48 001b ${ascii('attributes-natural-language')} 0005 ${ascii('en-us')}
  45 000b ${ascii('printer-uri')} 002c ${ascii('ipp://printer.example.com/ipp/print/pinetree')}
  42 0008 ${ascii('job-name')} 0006 ${ascii('foobar')}
  22 0016 ${ascii('ipp-attribute-fidelity')} 0001 01
  02
  21 0006 ${ascii('copies')} 0004 00000014
  44 0005 ${ascii('sides')} 0013 ${ascii('two-sided-long-edge')}
  03
`);

const printJobMessage: IppMessage = {
  version: { major: 1, minor: 1 },
  code: 2,
  requestId: 1,
  groups: [
    {
      tag: 'operation',
      attributes: [
        strings('charset', 'attributes-charset', 'utf-8'),
        strings('naturalLanguage', 'attributes-natural-language', 'en-us'),
        strings('uri', 'printer-uri', 'ipp://printer.example.com/ipp/print/pinetree'),
        strings('name', 'job-name', 'foobar'),
        boolean('ipp-attribute-fidelity', true),
      ],
    },
    { tag: 'job', attributes: [integers('copies', 20), strings('keyword', 'sides', 'two-sided-long-edge')] },
  ],
};

/** The collection of RFC 8010 §3.1.6: a medium of a colour and of a size, the size a collection again. */
const mediaCollection = hex(`
  34 0009 ${ascii('media-col')} 0000
  4a 0000 000b ${ascii('media-color')}
  44 0000 0004 ${ascii('blue')}
  4a 0000 000a ${ascii('media-size')}
  34 0000 0000
  4a 0000 000b ${ascii('x-dimension')}
  21 0000 0004 00000006
  4a 0000 000b ${ascii('y-dimension')}
  21 0000 0004 00000004
  37 0000 0000
  37 0000 0000
`);

const collectionAttribute = attribute('media-col', {
  tag: 'collection',
  members: [
    strings('keyword', 'media-color', 'blue'),
    attribute('media-size', { tag: 'collection', members: [integers('x-dimension', 6), integers('y-dimension', 4)] }),
  ],
});

/** Octets as they stand after the header of a response with one printer group. */
const inGroup = (octets: Buffer): Buffer => Buffer.concat([hex('0200 0000 00000001 04'), octets, hex('03')]);
const withAttributes = (...attributes: readonly IppAttribute[]): IppMessage => ({
  version: { major: 2, minor: 0 },
  code: 0,
  requestId: 1,
  groups: [{ tag: 'printer', attributes }],
});

/** Collections in one another, each but the innermost with one member. */
const nested = (depth: number): Buffer =>
  Buffer.concat([
    hex('34 0001 61 0000'),
    ...Array<Buffer>(depth - 1).fill(hex('4a 0000 0001 62 34 0000 0000')),
    ...Array<Buffer>(depth).fill(hex('37 0000 0000')),
  ]);

describe('the IPP codec', () => {
  it('writes and reads the request of RFC 8010 appendix A.1', () => {
    expect(Buffer.from(encodeMessage(printJobMessage))).toEqual(printJob);
    const document = Buffer.from('%PDF-1.7');
    const decoded = decodeMessage(Buffer.concat([printJob, document]));
    expect(decoded).toEqual({ kind: 'message', message: printJobMessage, data: document });
  });

  it('writes and reads collections within collections (RFC 8010 §3.1.6)', () => {
    expect(Buffer.from(encodeMessage(withAttributes(collectionAttribute)))).toEqual(inGroup(mediaCollection));
    expect(decodeMessage(inGroup(mediaCollection))).toMatchObject({ kind: 'message', message: withAttributes(collectionAttribute) });
  });

  it.each<[string, string, IppAttribute]>([
    ['a set of values', `44 0001 61 0001 62  44 0000 0001 63`, strings('keyword', 'a', 'b', 'c')],
    ['an enum', '23 0001 61 0004 00000003', enums('a', 3)],
    ['a negative integer', '21 0001 61 0004 ffffffff', integers('a', -1)],
    ['a range', '33 0001 61 0008 00000001 00000063', attribute('a', { tag: 'rangeOfInteger', lower: 1, upper: 99 })],
    ['a resolution', '32 0001 61 0009 00000258 0000012c 03', attribute('a', { tag: 'resolution', crossFeed: 600, feed: 300, unit: 'dpi' })],
    ['a date', '31 0001 61 000b 07ea 03 02 0a 1e 00 07 2b 01 00', attribute('a', { tag: 'dateTime', value: new Date('2026-03-02T09:30:00.700Z'), offsetMinutes: 60 })],
    ['a text in its language', '35 0001 61 0008 0002 6974 0002 c3a8', attribute('a', { tag: 'textWithLanguage', language: 'it', value: 'è' })],
    ['no value', '13 0001 61 0000', attribute('a', { tag: 'no-value' })],
    ['a tag of another day', '7e 0001 61 0002 cafe', attribute('a', { tag: 'unrecognised', code: 0x7e, value: Buffer.from('cafe', 'hex') })],
  ])('writes and reads %s', (_, octets, expected) => {
    expect(Buffer.from(encodeMessage(withAttributes(expected)))).toEqual(inGroup(hex(octets)));
    expect(decodeMessage(inGroup(hex(octets)))).toMatchObject({ kind: 'message', message: withAttributes(expected) });
  });

  it.each([
    ['nothing', hex('')],
    ['a header alone', hex('0200 0000 00000001')],
    ['a group that does not exist', hex('0200 0000 00000001 0b 03')],
    ['a value outside a group', hex('0200 0000 00000001 21 0001 61 0004 00000001 03')],
    ['an additional value without a first', inGroup(hex('21 0000 0004 00000001'))],
    ['a negative length', inGroup(hex('21 ffff'))],
    ['an integer of three octets', inGroup(hex('21 0001 61 0003 000001'))],
    ['a boolean that is neither', inGroup(hex('22 0001 61 0001 02'))],
    ['a range of one end', inGroup(hex('33 0001 61 0004 00000001'))],
    ['a resolution in unknown units', inGroup(hex('32 0001 61 0009 00000258 0000012c 05'))],
    ['a thirteenth month', inGroup(hex('31 0001 61 000b 07ea 0d 02 0a 1e 00 07 2b 01 00'))],
    ['the 30th of February', inGroup(hex('31 0001 61 000b 07ea 02 1e 0a 1e 00 07 2b 01 00'))],
    ['text that is no UTF-8', inGroup(hex('41 0001 61 0001 ff'))],
    ['a name that is no UTF-8', inGroup(hex('41 0001 ff 0001 61'))],
    ['a text whose language is longer than it', inGroup(hex('35 0001 61 0004 0009 6974'))],
    ['a text with more behind it', inGroup(hex('35 0001 61 0007 0002 6974 0000 61'))],
    ['a collection without an end', inGroup(mediaCollection.subarray(0, -5))],
    ['an end without a collection', inGroup(hex('37 0001 61 0000'))],
    ['a member without a name', inGroup(hex('34 0001 61 0000 4a 0000 0000 37 0000 0000'))],
    ['a member without a value', inGroup(hex('34 0001 61 0000 4a 0000 0001 62 37 0000 0000'))],
    ['a value before the first member', inGroup(hex('34 0001 61 0000 21 0000 0004 00000001 37 0000 0000'))],
    ['a name inside a collection', inGroup(hex('34 0001 61 0000 4a 0001 61 0001 62 21 0000 0004 00000001 37 0000 0000'))],
    ['collections without a bottom', inGroup(nested(17))],
  ])('refuses %s', (_, octets) => {
    expect(decodeMessage(octets).kind).toBe('malformed');
  });

  it('refuses a message wherever it is cut short', () => {
    const whole = Buffer.concat([printJob.subarray(0, -1), mediaCollection, hex('03')]);
    expect(decodeMessage(whole).kind).toBe('message');
    for (let length = 0; length < whole.length; length += 1) expect(decodeMessage(whole.subarray(0, length)).kind).toBe('malformed');
  });

  it('reads collections as deep as any printer makes them', () => {
    expect(decodeMessage(inGroup(nested(16))).kind).toBe('message');
  });

  it('says where it stopped reading', () => {
    expect(decodeMessage(hex('0200 0000 00000001 04 21 0001 61 0004 0000'))).toEqual({ kind: 'malformed', at: 15, why: 'cut short' });
  });

  it.each<[string, IppAttribute]>([
    ['an integer beyond 32 bits', integers('a', 2 ** 31)],
    ['a fraction', integers('a', 1.5)],
    ['a name beyond its field', strings('keyword', 'a'.repeat(0x8000), 'b')],
    ['a value beyond its field', strings('keyword', 'a', 'b'.repeat(0x8000))],
    ['an attribute without values', attribute('a')],
    ['an attribute without a name', integers('', 1)],
    ['a member without values', attribute('a', { tag: 'collection', members: [attribute('b')] })],
    ['a delimiter as a value', attribute('a', { tag: 'unrecognised', code: 3, value: Buffer.of() })],
    ['no date', attribute('a', { tag: 'dateTime', value: new Date(NaN), offsetMinutes: 0 })],
    ['no offset', attribute('a', { tag: 'dateTime', value: new Date(0), offsetMinutes: 14 * 60 })],
  ])('does not write %s', (_, wrong) => {
    expect(() => encodeMessage(withAttributes(wrong))).toThrow(RangeError);
  });
});

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const attributeName = fc.string({ minLength: 1, maxLength: 20 });
const keysOf = <Key extends string>(table: Readonly<Record<Key, number>>): fc.Arbitrary<Key> => fc.constantFrom(...(Object.keys(table) as Key[]));

const { value: anyValue } = fc.letrec<{ value: IppValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.record({ tag: keysOf(integerTags), value: int32 }),
    fc.record({ tag: fc.constant('boolean' as const), value: fc.boolean() }),
    fc.record({ tag: keysOf(stringTags), value: text }),
    fc.record({ tag: keysOf(languageStringTags), value: text, language: fc.constantFrom('it', 'de', '') }),
    fc.record({ tag: fc.constant('octetString' as const), value: fc.uint8Array().map((octets) => Buffer.from(octets)) }),
    fc.record({
      tag: fc.constant('dateTime' as const),
      value: fc.integer({ min: 0, max: 2 ** 32 }).map((seconds) => new Date(seconds * 100)),
      offsetMinutes: fc.integer({ min: -839, max: 839 }),
    }),
    fc.record({ tag: fc.constant('resolution' as const), crossFeed: int32, feed: int32, unit: fc.constantFrom('dpi' as const, 'dpcm' as const) }),
    fc.record({ tag: fc.constant('rangeOfInteger' as const), lower: int32, upper: int32 }),
    fc.record({ tag: keysOf(outOfBandTags) }),
    fc.record({
      tag: fc.constant('collection' as const),
      members: fc.array(fc.record({ name: attributeName, values: fc.array(tie('value'), { minLength: 1, maxLength: 3 }) }), { maxLength: 3 }),
    }),
  ),
}));

const anyMessage: fc.Arbitrary<IppMessage> = fc.record({
  version: fc.record({ major: fc.integer({ min: 0, max: 127 }), minor: fc.integer({ min: 0, max: 127 }) }),
  code: fc.integer({ min: 0, max: 0xffff }),
  requestId: int32,
  groups: fc.array(
    fc.record({ tag: keysOf(groupTags), attributes: fc.array(fc.record({ name: attributeName, values: fc.array(anyValue, { minLength: 1, maxLength: 3 }) }), { maxLength: 4 }) }),
    { maxLength: 4 },
  ),
});

describe('any message', () => {
  it('reads as it was written, and leaves the document alone', () => {
    fc.assert(
      fc.property(anyMessage, fc.uint8Array(), (message, document) => {
        const decoded = decodeMessage(Buffer.concat([encodeMessage(message), document]));
        expect(decoded).toEqual({ kind: 'message', message, data: Buffer.from(document) });
      }),
    );
  });

  it('that is noise is refused or read, and never an accident', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(['malformed', 'message']).toContain(decodeMessage(Buffer.concat([hex('0200 0000 00000001 04'), noise])).kind);
      }),
      { numRuns: 2000 },
    );
  });

  it('with an octet changed is refused or read, and then writes back as it came', () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(), fc.integer({ min: 0, max: 255 }), (message, position, octet) => {
        const octets = Buffer.from(encodeMessage(message));
        octets.writeUInt8(octet, position % octets.length);
        const decoded = decodeMessage(octets);
        if (decoded.kind === 'malformed') return;
        // Out-of-band values and ends of collections may carry octets that a reader ignores; a leap second is the next minute. What was read is read again.
        expect(decodeMessage(encodeMessage(decoded.message))).toMatchObject({ kind: 'message', message: decoded.message });
      }),
      { numRuns: 1000 },
    );
  });
});
