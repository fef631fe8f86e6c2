// SPDX-License-Identifier: AGPL-3.0-or-later
/** Base45 (RFC 9285): bytes in the 45 characters that a QR code packs closest. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = ALPHABET.length;

export const encodeBase45 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]];
    text += low === undefined ? written(high, 2) : written(high * 256 + low, 3);
  }
  return text;
};

const written = (value: number, digits: number): string => Array.from({ length: digits }, (_, place) => ALPHABET[Math.floor(value / BASE ** place) % BASE]).join('');

/** The bytes of a text, or nothing when it is none that encodes bytes (RFC 9285 §4.1). */
export const decodeBase45 = (text: string): Uint8Array | undefined => {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (character) => ALPHABET.indexOf(character));
    if (digits.length === 1 || digits.includes(-1)) return undefined;
    const value = digits.reduce((sum, digit, place) => sum + digit * BASE ** place, 0);
    if (value > (digits.length === 2 ? 0xff : 0xffff)) return undefined;
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
};
