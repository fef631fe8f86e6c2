// SPDX-License-Identifier: AGPL-3.0-or-later
/** The delimiter tags that begin a group (RFC 8010 §3.5.1; PWG 5100.5 for documents, 5100.22 for systems). */
export const groupTags = {
  operation: 0x01,
  job: 0x02,
  printer: 0x04,
  unsupported: 0x05,
  subscription: 0x06,
  'event-notification': 0x07,
  resource: 0x08,
  document: 0x09,
  system: 0x0a,
} as const;
export type GroupTag = keyof typeof groupTags;

export const endOfAttributes = 0x03;
/** Tags below this one delimit, the others stand before a value. */
export const firstValueTag = 0x10;

/** Values that say why there is none (RFC 8010 §3.8, RFC 3380). */
export const outOfBandTags = {
  unsupported: 0x10,
  unknown: 0x12,
  'no-value': 0x13,
  'not-settable': 0x15,
  'delete-attribute': 0x16,
  'admin-define': 0x17,
} as const;

/** Values that are one string, in UTF-8 or ASCII (RFC 8010 §3.9). */
export const stringTags = {
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  uriScheme: 0x46,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
} as const;

export const integerTags = { integer: 0x21, enum: 0x23 } as const;
export const languageStringTags = { textWithLanguage: 0x35, nameWithLanguage: 0x36 } as const;

export const structuredTags = {
  boolean: 0x22,
  octetString: 0x30,
  dateTime: 0x31,
  resolution: 0x32,
  rangeOfInteger: 0x33,
} as const;

export const collectionTags = { begin: 0x34, end: 0x37, memberName: 0x4a } as const;

/** The name that a table gives to a code, or nothing. */
export const nameOf = <Name extends string>(table: Readonly<Record<Name, number>>, code: number): Name | undefined =>
  (Object.keys(table) as Name[]).find((name) => table[name] === code);
