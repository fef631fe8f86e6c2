// SPDX-License-Identifier: AGPL-3.0-or-later
import { concatBytes } from '../bytes/concat';

/** Tag and length in front of a value (ISO 7816-4 §5.2.2; the DER subset of X.690 §8.1 reads the same). */
export interface TlvHeader {
  readonly kind: 'tlv';
  readonly tag: number;
  /** Bytes of tag and length together. */
  readonly headerLength: number;
  readonly valueLength: number;
}

/** `truncated` asks for more bytes; `malformed` never becomes a TLV. */
export type TlvHeaderOutcome = TlvHeader | { readonly kind: 'truncated' } | { readonly kind: 'malformed' };

/** Reads one header strictly: tags of one or two bytes, definite lengths in their shortest form, up to 65,535. */
export function readTlvHeader(bytes: Uint8Array): TlvHeaderOutcome {
  const [first, second, ...rest] = bytes.subarray(0, 5);
  if (first === undefined) return { kind: 'truncated' };
  if ((first & 0x1f) !== 0x1f) return readLength(first, 1, [second, ...rest]);
  if (second === undefined) return { kind: 'truncated' };
  if (second > 0x7f || second < 0x1f) return { kind: 'malformed' };
  return readLength((first << 8) | second, 2, [...bytes.subarray(2, 5)]);
}

function readLength(tag: number, tagLength: number, [first, high, low]: readonly (number | undefined)[]): TlvHeaderOutcome {
  if (first === undefined) return { kind: 'truncated' };
  if (first < 0x80) return { kind: 'tlv', tag, headerLength: tagLength + 1, valueLength: first };
  if (first !== 0x81 && first !== 0x82) return { kind: 'malformed' };
  if (high === undefined || (first === 0x82 && low === undefined)) return { kind: 'truncated' };
  const valueLength = first === 0x81 ? high : (high << 8) | (low ?? 0);
  const isShortest = first === 0x81 ? valueLength > 0x7f : valueLength > 0xff;
  return isShortest ? { kind: 'tlv', tag, headerLength: tagLength + (first - 0x7f), valueLength } : { kind: 'malformed' };
}

/** One TLV with its length in the shortest form. A value over 65,535 bytes throws: we write no such thing. */
export function encodeTlv(tag: number, ...value: readonly Uint8Array[]): Uint8Array {
  const tagBytes = tag > 0xff ? Uint8Array.of(tag >> 8, tag & 0xff) : Uint8Array.of(tag);
  const body = concatBytes(...value);
  return concatBytes(tagBytes, encodeLength(body.length), body);
}

function encodeLength(length: number): Uint8Array {
  if (length > 0xffff) throw new Error('a TLV value is too long');
  if (length > 0xff) return Uint8Array.of(0x82, length >> 8, length & 0xff);
  return length > 0x7f ? Uint8Array.of(0x81, length) : Uint8Array.of(length);
}
