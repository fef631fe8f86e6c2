// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the chip's signature is about. */
export interface ProofSubject {
  /** 16 digits. */
  readonly idCarta: string;
  readonly caseId: string;
  /** The envelope sheet's control number. */
  readonly sheet: string;
  /** Drawn by the API for this intent. */
  readonly nonce: Uint8Array;
}

const label = 'sportello-proof-v1';

/**
 * The bytes whose SHA-256 the chip signs: label, ID_Carta, case, sheet and nonce, each with its length in front (two bytes, big-endian), so
 * that no two subjects share a statement. Text is UTF-8. The station hashes them, the API verifies over them.
 */
export function proofStatement(subject: ProofSubject): Uint8Array {
  const fields = [label, subject.idCarta, subject.caseId, subject.sheet, subject.nonce].map((field) => Buffer.from(field));
  return Uint8Array.from(Buffer.concat(fields.flatMap((field) => [lengthOf(field), field])));
}

function lengthOf(field: Uint8Array): Uint8Array {
  if (field.length > 0xffff) throw new Error('a field of the proof statement is too long');
  return Uint8Array.of(field.length >> 8, field.length & 0xff);
}
