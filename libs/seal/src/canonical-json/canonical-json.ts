// SPDX-License-Identifier: AGPL-3.0-or-later
/** What JSON can say. Optional properties are left out, never `undefined`. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/**
 * The one text of a JSON value (RFC 8785, JCS): no white space, properties sorted by UTF-16 code units, numbers and strings as ECMAScript writes them.
 *
 * @throws TypeError for what JSON cannot say without a loss: undefined, functions, symbols, bigint, NaN, infinities, lone surrogates, holes in arrays, and
 *   objects that are not plain (a Date, a Map, bytes): a signature over them would cover less than its reader believes.
 */
export const canonicalJson = (value: JsonValue): string => written(value, '$');

/** The canonical text in UTF-8, as it is hashed and signed (RFC 8785 §3.2.4). */
export const canonicalJsonBytes = (value: JsonValue): Uint8Array => Buffer.from(canonicalJson(value), 'utf8');

const written = (value: unknown, at: string): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value, at);
  if (typeof value === 'string') return stringText(value, at);
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown, index) => written(item, `${at}[${index}]`)).join(',')}]`;
  if (isPlainObject(value)) return objectText(value, at);
  throw new TypeError(`canonical JSON: ${at} is not a JSON value`);
};

/** ECMAScript's own number text is the one RFC 8785 §3.2.2.3 asks for; -0 is written 0. */
const numberText = (value: number, at: string): string => {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${at} is not a finite number`);
  return JSON.stringify(value);
};

const halfSurrogatePair = /\p{Surrogate}/u;

const stringText = (value: string, at: string): string => {
  if (halfSurrogatePair.test(value)) throw new TypeError(`canonical JSON: ${at} holds half a surrogate pair`);
  return JSON.stringify(value);
};

const objectText = (value: Readonly<Record<string, unknown>>, at: string): string => {
  // The default order of sort() is by UTF-16 code units, as RFC 8785 §3.2.3 wants; a locale's order is not.
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${stringText(name, at)}:${written(value[name], `${at}.${name}`)}`).join(',')}}`;
};

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Object.getOwnPropertySymbols(value).length > 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm has another Object.prototype: its prototype's prototype is null all the same.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};
