// SPDX-License-Identifier: AGPL-3.0-or-later

/** Upper-case hex without separators. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex').toUpperCase();
}

/** Reads hex, blanks allowed between the digits. Anything else throws: hex in the sources is written by us. */
export function fromHex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  if (!/^([0-9a-fA-F]{2})*$/.test(digits)) throw new Error('not a hex string');
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

/** Two upper-case digits. */
export function hexByte(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
