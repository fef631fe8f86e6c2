// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import { formatCompactDate } from '../../time/format-date';
import { FIELD_LENGTH_SIZE, PERSONAL_DATA_FIELDS, PERSONAL_DATA_FILE_SIZE, TOTAL_LENGTH_SIZE } from './personal-data';
import type { PersonalData, PersonalDataField } from './personal-data';

export interface PersonalDataLayout {
  /** Whether the total counts its own six characters; it does on cards of 2025. */
  readonly doesTotalCountItself: boolean;
  /** Size of the zero-padded file. */
  readonly fileSize: number;
}

export type PersonalDataEncodingRefusal =
  | { readonly kind: 'not-latin-1'; readonly field: PersonalDataField }
  | { readonly kind: 'field-too-long'; readonly field: PersonalDataField }
  | { readonly kind: 'file-too-long'; readonly needed: number; readonly fileSize: number };

const LAYOUT: PersonalDataLayout = { doesTotalCountItself: true, fileSize: PERSONAL_DATA_FILE_SIZE };

/** Writes EF.Dati_personali as a card would carry it: the other way round of `parsePersonalData`, for simulated cards. */
export function encodePersonalData(data: PersonalData, layout: Partial<PersonalDataLayout> = {}): Outcome<Uint8Array, PersonalDataEncodingRefusal> {
  const { doesTotalCountItself, fileSize } = { ...LAYOUT, ...layout };
  const texts = textsOf(data);
  for (const field of PERSONAL_DATA_FIELDS) {
    if (/[^\u0020-\u007e\u00a0-\u00ff]/.test(texts[field])) return refuse({ kind: 'not-latin-1', field });
    if (texts[field].length > 0xff) return refuse({ kind: 'field-too-long', field });
  }
  const fields = PERSONAL_DATA_FIELDS.map((field) => hex(texts[field].length, FIELD_LENGTH_SIZE) + texts[field]).join('');
  const total = fields.length + (doesTotalCountItself ? TOTAL_LENGTH_SIZE : 0);
  const content = hex(total, TOTAL_LENGTH_SIZE) + fields;
  if (content.length > fileSize) return refuse({ kind: 'file-too-long', needed: content.length, fileSize });

  const file = new Uint8Array(fileSize);
  file.set(Array.from(content, (character) => character.charCodeAt(0)));
  return accept(file);
}

function textsOf(data: PersonalData): Readonly<Record<PersonalDataField, string>> {
  return {
    ...data,
    issuedOn: formatCompactDate(data.issuedOn),
    expiresOn: formatCompactDate(data.expiresOn),
    birthDate: formatCompactDate(data.birthDate),
    codiceFiscale: data.codiceFiscale.value,
  };
}

function hex(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0');
}
