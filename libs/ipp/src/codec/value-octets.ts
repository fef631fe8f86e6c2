// SPDX-License-Identifier: AGPL-3.0-or-later
import { decodeDateTime, encodeDateTime } from './date-time';
import { integerTags, languageStringTags, nameOf, outOfBandTags, stringTags, structuredTags } from './tags';
import type { IppValue } from './value';

/** The octets of every value but a collection, which is a sequence of attributes of its own (RFC 8010 §3.9). */
export type SimpleValue = Exclude<IppValue, { readonly tag: 'collection' }>;

export const encodeValue = (value: SimpleValue): { readonly code: number; readonly octets: Uint8Array } => {
  switch (value.tag) {
    case 'integer':
    case 'enum':
      return { code: integerTags[value.tag], octets: int32(value.value) };
    case 'boolean':
      return { code: structuredTags.boolean, octets: Uint8Array.of(value.value ? 1 : 0) };
    case 'octetString':
      return { code: structuredTags.octetString, octets: value.value };
    case 'dateTime':
      return { code: structuredTags.dateTime, octets: encodeDateTime(value.value, value.offsetMinutes) };
    case 'resolution':
      return { code: structuredTags.resolution, octets: Buffer.concat([int32(value.crossFeed), int32(value.feed), Uint8Array.of(resolutionUnits[value.unit])]) };
    case 'rangeOfInteger':
      return { code: structuredTags.rangeOfInteger, octets: Buffer.concat([int32(value.lower), int32(value.upper)]) };
    case 'textWithLanguage':
    case 'nameWithLanguage':
      return { code: languageStringTags[value.tag], octets: Buffer.concat([lengthPrefixed(value.language), lengthPrefixed(value.value)]) };
    case 'unrecognised':
      return { code: value.code, octets: value.value };
    case 'text':
    case 'name':
    case 'keyword':
    case 'uri':
    case 'uriScheme':
    case 'charset':
    case 'naturalLanguage':
    case 'mimeMediaType':
      return { code: stringTags[value.tag], octets: Buffer.from(value.value, 'utf8') };
    case 'unsupported':
    case 'unknown':
    case 'no-value':
    case 'not-settable':
    case 'delete-attribute':
    case 'admin-define':
      return { code: outOfBandTags[value.tag], octets: new Uint8Array() };
    default:
      return assertNever(value);
  }
};

/** The value behind a tag, or nothing when its octets cannot be one. */
export const decodeValue = (code: number, octets: Buffer): SimpleValue | undefined => {
  const integerTag = nameOf(integerTags, code);
  if (integerTag) return octets.length === 4 ? { tag: integerTag, value: octets.readInt32BE() } : undefined;
  const stringTag = nameOf(stringTags, code);
  if (stringTag) return withText(octets, (value) => ({ tag: stringTag, value }));
  const languageTag = nameOf(languageStringTags, code);
  if (languageTag) return decodeWithLanguage(languageTag, octets);
  const outOfBandTag = nameOf(outOfBandTags, code);
  // RFC 8010 §3.8: the length is zero; a reader ignores what stands there all the same.
  if (outOfBandTag) return { tag: outOfBandTag };
  const structuredTag = nameOf(structuredTags, code);
  return structuredTag ? decodeStructured(structuredTag, octets) : { tag: 'unrecognised', code, value: octets };
};

const decodeStructured = (tag: keyof typeof structuredTags, octets: Buffer): SimpleValue | undefined => {
  switch (tag) {
    case 'boolean':
      return octets.length === 1 && (octets[0] === 0 || octets[0] === 1) ? { tag, value: octets[0] === 1 } : undefined;
    case 'octetString':
      return { tag, value: octets };
    case 'dateTime': {
      const read = decodeDateTime(octets);
      return read && { tag, value: read.at, offsetMinutes: read.offsetMinutes };
    }
    case 'resolution': {
      const unit = octets.length === 9 ? nameOf(resolutionUnits, octets.readUInt8(8)) : undefined;
      return unit && { tag, crossFeed: octets.readInt32BE(0), feed: octets.readInt32BE(4), unit };
    }
    case 'rangeOfInteger':
      return octets.length === 8 ? { tag, lower: octets.readInt32BE(0), upper: octets.readInt32BE(4) } : undefined;
    default:
      return assertNever(tag);
  }
};

const decodeWithLanguage = (tag: keyof typeof languageStringTags, octets: Buffer): SimpleValue | undefined => {
  const languageLength = octets.length >= 2 ? octets.readUInt16BE(0) : Infinity;
  if (octets.length < 4 + languageLength) return undefined;
  const textAt = 4 + languageLength;
  if (octets.readUInt16BE(textAt - 2) !== octets.length - textAt) return undefined;
  return withText(octets.subarray(2, 2 + languageLength), (language) => withText(octets.subarray(textAt), (value) => ({ tag, language, value })));
};

const withText = (octets: Uint8Array, use: (text: string) => SimpleValue | undefined): SimpleValue | undefined => {
  const text = textOf(octets);
  return text === undefined ? undefined : use(text);
};

/** UTF-8, the charset that every message here declares; octets that are none are no text. */
export const textOf = (octets: Uint8Array): string | undefined => {
  const text = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('utf8');
  return Buffer.from(text, 'utf8').equals(octets) ? text : undefined;
};

const resolutionUnits = { dpi: 3, dpcm: 4 } as const;

const int32 = (value: number): Buffer => {
  if (!Number.isInteger(value) || value < -(2 ** 31) || value >= 2 ** 31) throw new RangeError(`${value} is no integer of 32 bits`);
  const octets = Buffer.alloc(4);
  octets.writeInt32BE(value);
  return octets;
};

const lengthPrefixed = (text: string): Buffer => {
  const octets = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(octets.length);
  return Buffer.concat([length, octets]);
};

const assertNever = (value: never): never => {
  throw new TypeError(`no such value: ${JSON.stringify(value)}`);
};
