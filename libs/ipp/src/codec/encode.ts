// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IppAttribute, IppMessage } from './message';
import { collectionTags, endOfAttributes, firstValueTag, groupTags } from './tags';
import type { IppValue } from './value';
import { encodeValue } from './value-octets';

/** Lengths are signed shorts (RFC 8010 §3.1.4). */
const longestField = 0x7fff;

/**
 * The octets of a message up to and with the end-of-attributes tag; a document follows it as it is (RFC 8010 §3.1.1).
 *
 * @throws RangeError for what does not fit its field: an integer beyond 32 bits, a name or value beyond 32767 octets, an attribute without values.
 */
export const encodeMessage = ({ version, code, requestId, groups }: IppMessage): Uint8Array => {
  const head = Buffer.alloc(8);
  head.writeInt8(version.major, 0);
  head.writeInt8(version.minor, 1);
  head.writeUInt16BE(code, 2);
  head.writeInt32BE(requestId, 4);
  const parts = groups.flatMap(({ tag, attributes }) => [Buffer.of(groupTags[tag]), ...attributes.flatMap(encodeAttribute)]);
  return Buffer.concat([head, ...parts, Buffer.of(endOfAttributes)]);
};

const encodeAttribute = ({ name, values }: IppAttribute): readonly Uint8Array[] => {
  if (name === '' || values.length === 0) throw new RangeError('an attribute has a name and at least one value');
  // An additional value has an empty name (RFC 8010 §3.1.5).
  return values.flatMap((value, index) => encodeNamed(index === 0 ? name : '', value));
};

const encodeNamed = (name: string, value: IppValue): readonly Uint8Array[] => {
  if (value.tag !== 'collection') {
    const { code, octets } = encodeValue(value);
    if (code < firstValueTag || code > 0xff) throw new RangeError(`${code} is no value tag`);
    return [Buffer.of(code), field(Buffer.from(name, 'utf8')), field(octets)];
  }
  const nothing = field(new Uint8Array());
  const members = value.members.flatMap((member) => {
    if (member.name === '' || member.values.length === 0) throw new RangeError('a member has a name and at least one value');
    return [Buffer.of(collectionTags.memberName), nothing, field(Buffer.from(member.name, 'utf8')), ...member.values.flatMap((item) => encodeNamed('', item))];
  });
  return [Buffer.of(collectionTags.begin), field(Buffer.from(name, 'utf8')), nothing, ...members, Buffer.of(collectionTags.end), nothing, nothing];
};

const field = (octets: Uint8Array): Buffer => {
  if (octets.length > longestField) throw new RangeError(`a field has at most ${longestField} octets`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(octets.length);
  return Buffer.concat([length, octets]);
};
