// SPDX-License-Identifier: AGPL-3.0-or-later
import { type EvidenceType, assertNever } from '@sportello/domain';
import { endOfJpeg, endOfPng } from './picture-end';

/** How far from the beginning PDF readers look for a header (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;
const PDF_HEADER = '%PDF-';
/** A ZIP is read from its end: a record of 22 bytes and a comment of at most 65,535 (APPNOTE §4.3.16). */
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ZIP_END_BYTES = 22;
const LONGEST_ZIP_TAIL = ZIP_END_BYTES + 65_535;

/** Whether the bytes are also something else than what they begin as. What is kept is written anew in any case; a file that wants to be two things is not taken at all. */
export function isPolyglot(type: EvidenceType, bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return endsAsZip(buffer) || hasForeignPart(type, buffer);
}

function hasForeignPart(type: EvidenceType, buffer: Buffer): boolean {
  switch (type) {
    case 'pdf':
      return !/%%EOF\s*$/.test(buffer.subarray(-PDF_HEADER_WITHIN).toString('latin1').replace(/\0+$/, ''));
    case 'jpeg':
      return hasPdfHeader(buffer) || isForeign(buffer.subarray(endOfJpeg(buffer)));
    case 'png':
      return hasPdfHeader(buffer) || isForeign(buffer.subarray(endOfPng(buffer)));
    default:
      return assertNever(type);
  }
}

function hasPdfHeader(buffer: Buffer): boolean {
  return buffer.subarray(0, PDF_HEADER_WITHIN).includes(PDF_HEADER, 0, 'latin1');
}

/** Behind a picture cameras put padding, or further pictures of the same shot (CIPA DC-007); both are left behind when it is written anew. */
function isForeign(tail: Buffer): boolean {
  const isPicture = tail[0] === 0xff && tail[1] === 0xd8;
  return !isPicture && tail.some((byte) => byte !== 0);
}

function endsAsZip(buffer: Buffer): boolean {
  const tail = buffer.subarray(-LONGEST_ZIP_TAIL);
  for (let at = tail.indexOf(ZIP_END); at >= 0; at = tail.indexOf(ZIP_END, at + 1)) {
    if (at + ZIP_END_BYTES <= tail.length && at + ZIP_END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}
