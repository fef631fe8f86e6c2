// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import { FIELD_LENGTH_SIZE, PERSONAL_DATA_FIELDS, TOTAL_LENGTH_SIZE } from './personal-data';
import type { PersonalDataField, PersonalDataRefusal, PersonalDataWarning } from './personal-data';

export type FieldTexts = Readonly<Record<PersonalDataField, string>>;

export interface SplitFields {
  readonly texts: FieldTexts;
  readonly warnings: readonly PersonalDataWarning[];
  readonly byteLength: number;
}

/**
 * Cuts the file into its sixteen texts. Cards disagree on whether the total counts its own six characters,
 * so the fields' own lengths lead and the total is only checked against them.
 */
export function splitFields(bytes: Uint8Array): Outcome<SplitFields, PersonalDataRefusal> {
  const total = hexAt(bytes, 0, TOTAL_LENGTH_SIZE);
  if (total === undefined) return refuse({ kind: 'bad-total' });

  const texts: Partial<Record<PersonalDataField, string>> = {};
  let offset = TOTAL_LENGTH_SIZE;
  for (const field of PERSONAL_DATA_FIELDS) {
    if (offset + FIELD_LENGTH_SIZE > bytes.length) return refuse({ kind: 'truncated', field });
    const length = hexAt(bytes, offset, FIELD_LENGTH_SIZE);
    if (length === undefined) return refuse({ kind: 'bad-field-length', field });
    const start = offset + FIELD_LENGTH_SIZE;
    offset = start + length;
    if (offset > bytes.length) return refuse({ kind: 'truncated', field });
    const content = bytes.subarray(start, offset);
    if (content.some(isControlCharacter)) return refuse({ kind: 'bad-character', field });
    texts[field] = latin1Text(content);
  }
  return accept({ texts: texts as FieldTexts, warnings: [...totalWarning(total, offset), ...paddingWarning(bytes, offset)], byteLength: offset });
}

function totalWarning(declared: number, found: number): readonly PersonalDataWarning[] {
  const agrees = declared === found || declared === found - TOTAL_LENGTH_SIZE;
  return agrees ? [] : [{ kind: 'lengths-disagree', declared, found }];
}

function paddingWarning(bytes: Uint8Array, end: number): readonly PersonalDataWarning[] {
  const index = bytes.subarray(end).findIndex((byte) => byte !== 0);
  return index < 0 ? [] : [{ kind: 'bytes-after-end', offset: end + index }];
}

/** The number that ASCII hex digits write, or undefined when they are missing or are not hex digits. */
function hexAt(bytes: Uint8Array, offset: number, length: number): number | undefined {
  const text = latin1Text(bytes.subarray(offset, offset + length));
  return text.length === length && /^[0-9A-Fa-f]+$/.test(text) ? Number.parseInt(text, 16) : undefined;
}

/** ISO 8859-1 by hand: the platform's decoder of that label decodes windows-1252 (WHATWG Encoding §4.2). */
function latin1Text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function isControlCharacter(byte: number): boolean {
  return byte < 0x20 || (byte >= 0x7f && byte <= 0x9f);
}
