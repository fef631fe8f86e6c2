// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IppAttribute, IppGroup, IppMessage } from './message';
import { collectionTags, endOfAttributes, firstValueTag, type GroupTag, groupTags, nameOf } from './tags';
import type { IppValue } from './value';
import { decodeValue, textOf } from './value-octets';

/** Octets that are no IPP message: what is wrong, and at which octet. */
export type Malformed = { readonly kind: 'malformed'; readonly at: number; readonly why: string };

/** A message, and what follows it: a view of the same memory, no copy. */
export type Decoded = { readonly kind: 'message'; readonly message: IppMessage; readonly data: Uint8Array };

/** Reads a message from its octets (RFC 8010 §3.1); whatever is cut short or does not add up is refused, whole. */
export const decodeMessage = (octets: Uint8Array): Decoded | Malformed => {
  const cursor = new Cursor(Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength));
  try {
    const version = { major: cursor.int8(), minor: cursor.int8() };
    const code = cursor.uint16();
    const requestId = cursor.int32();
    return { kind: 'message', message: { version, code, requestId, groups: readGroups(cursor) }, data: cursor.rest() };
  } catch (error) {
    if (error instanceof Flaw) return { kind: 'malformed', at: error.at, why: error.message };
    throw error;
  }
};

/** Collections within collections deeper than any printer's; a limit keeps a hostile message from the end of the stack. */
const deepestCollection = 16;
const longestField = 0x7fff;

/** Leaves the recursion at the first flaw; never leaves this file. */
class Flaw extends Error {
  constructor(readonly at: number, why: string) {
    super(why);
  }
}

class Cursor {
  #at = 0;

  constructor(private readonly octets: Buffer) {}

  int8(): number {
    return this.#take(1).readInt8();
  }

  uint8(): number {
    return this.#take(1).readUInt8();
  }

  uint16(): number {
    return this.#take(2).readUInt16BE();
  }

  int32(): number {
    return this.#take(4).readInt32BE();
  }

  /** A length in two octets and as many octets behind it. */
  field(): Buffer {
    const length = this.uint16();
    if (length > longestField) this.fail('a negative length');
    return this.#take(length);
  }

  text(): string {
    return textOf(this.field()) ?? this.fail('a name that is no text');
  }

  rest(): Uint8Array {
    return this.octets.subarray(this.#at);
  }

  fail(why: string): never {
    throw new Flaw(this.#at, why);
  }

  #take(length: number): Buffer {
    if (this.#at + length > this.octets.length) this.fail('cut short');
    this.#at += length;
    return this.octets.subarray(this.#at - length, this.#at);
  }
}

/** What stands before a value: its tag and, for the first value of an attribute, the name. */
type ValueHead = { readonly code: number; readonly name: string };

type OpenGroup = { readonly tag: GroupTag; readonly attributes: { readonly name: string; readonly values: IppValue[] }[] };

const readGroups = (cursor: Cursor): readonly IppGroup[] => {
  const groups: OpenGroup[] = [];
  for (let code = cursor.uint8(); code !== endOfAttributes; code = cursor.uint8()) {
    if (code < firstValueTag) groups.push({ tag: nameOf(groupTags, code) ?? cursor.fail('a group that does not exist'), attributes: [] });
    else readAttributeValue(cursor, code, groups.at(-1) ?? cursor.fail('a value outside a group'));
  }
  return groups;
};

const readAttributeValue = (cursor: Cursor, code: number, group: OpenGroup): void => {
  const head = { code, name: cursor.text() };
  const value = readValue(cursor, head, 0);
  if (head.name !== '') group.attributes.push({ name: head.name, values: [value] });
  else (group.attributes.at(-1) ?? cursor.fail('a value without a name')).values.push(value);
};

const readValue = (cursor: Cursor, { code }: ValueHead, depth: number): IppValue => {
  const octets = cursor.field();
  if (code === collectionTags.begin) return { tag: 'collection', members: readMembers(cursor, depth + 1) };
  if (code === collectionTags.end || code === collectionTags.memberName) return cursor.fail('a piece of a collection outside of one');
  return decodeValue(code, octets) ?? cursor.fail(`a value that is none of tag ${code.toString(16)}`);
};

/** The members up to the end of the collection (RFC 8010 §3.1.6); inside, names are values of their own. */
const readMembers = (cursor: Cursor, depth: number): readonly IppAttribute[] => {
  if (depth > deepestCollection) cursor.fail('collections too deep');
  const members: { readonly name: string; readonly values: IppValue[] }[] = [];
  for (;;) {
    const code = cursor.uint8();
    if (code < firstValueTag) cursor.fail('a collection without an end');
    if (cursor.field().length > 0) cursor.fail('a name inside a collection');
    if (code === collectionTags.end) {
      cursor.field();
      if (members.some(({ values }) => values.length === 0)) cursor.fail('a member without a value');
      return members;
    }
    if (code === collectionTags.memberName) members.push({ name: cursor.text() || cursor.fail('a member without a name'), values: [] });
    else (members.at(-1) ?? cursor.fail('a value without a member')).values.push(readValue(cursor, { code, name: '' }, depth));
  }
};
