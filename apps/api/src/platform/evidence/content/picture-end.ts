// SPDX-License-Identifier: AGPL-3.0-or-later
const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Where a JPEG ends: behind its EOI marker (ISO/IEC 10918-1 §B.1.1). A file without one ends where its bytes do: decoding finds what is wrong with it. */
export function endOfJpeg(bytes: Buffer): number {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== MARKER) return bytes.length;
    const marker = bytes[at + 1];
    // Fill bytes before a marker (§B.1.1.2).
    if (marker === MARKER) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) return at + 2;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  return at + 2 <= bytes.length && bytes[at] === MARKER && bytes[at + 1] === END_OF_IMAGE ? at + 2 : bytes.length;
}

/** Coded data goes on over stuffed zeros and restart markers. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARKER, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(MARKER, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || next === MARKER || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return bytes.length;
}

const PNG_HEADER_BYTES = 8;
/** Length, type and checksum around each chunk's data (PNG §5.3). */
const AROUND_CHUNK = 12;

/** Where a PNG ends: behind its IEND chunk. */
export function endOfPng(bytes: Buffer): number {
  let at = PNG_HEADER_BYTES;
  while (at + AROUND_CHUNK <= bytes.length) {
    const isLast = bytes.toString('latin1', at + 4, at + 8) === 'IEND';
    at += AROUND_CHUNK + bytes.readUInt32BE(at);
    if (isLast) break;
  }
  return Math.min(at, bytes.length);
}
