// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscale, CodiceFiscaleRefusal, Sex } from '../../codice-fiscale/codice-fiscale';
import type { DateRefusal } from '../../time/parse-date';
import type { LocalDate } from '../../time/local-date';

/** What the chip says of its holder (EF.Dati_personali). Texts are as written there, '' where the card leaves the field empty. */
export interface PersonalData {
  /** Type digit and region code: '6090' is a Tuscan citizen's card. */
  readonly emettitore: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly surname: string;
  /** '' for people who bear one name only. */
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly height: string;
  readonly codiceFiscale: CodiceFiscale;
  readonly citizenship: string;
  /** Belfiore code. */
  readonly birthMunicipality: string;
  readonly birthState: string;
  readonly birthAct: string;
  readonly residenceMunicipality: string;
  readonly address: string;
  readonly annotation: string;
}

export type PersonalDataField = keyof PersonalData;

/** The sixteen fields in the order of the file. */
export const PERSONAL_DATA_FIELDS = [
  'emettitore',
  'issuedOn',
  'expiresOn',
  'surname',
  'name',
  'birthDate',
  'sex',
  'height',
  'codiceFiscale',
  'citizenship',
  'birthMunicipality',
  'birthState',
  'birthAct',
  'residenceMunicipality',
  'address',
  'annotation',
] as const satisfies readonly PersonalDataField[];

/** Size of the file on the chip, zero padded. */
export const PERSONAL_DATA_FILE_SIZE = 400;

/** Characters of the total before the fields, and of the length before each field (ASCII hex). */
export const TOTAL_LENGTH_SIZE = 6;
export const FIELD_LENGTH_SIZE = 2;

/** Why the bytes are not a holder's data. No refusal repeats what the card says. */
export type PersonalDataRefusal =
  | { readonly kind: 'bad-total' }
  | { readonly kind: 'bad-field-length'; readonly field: PersonalDataField }
  | { readonly kind: 'truncated'; readonly field: PersonalDataField }
  | { readonly kind: 'bad-character'; readonly field: PersonalDataField }
  | { readonly kind: 'field-missing'; readonly field: PersonalDataField }
  | { readonly kind: 'bad-field-date'; readonly field: PersonalDataField; readonly because: DateRefusal['kind'] }
  | { readonly kind: 'bad-sex' }
  | { readonly kind: 'bad-holder-code'; readonly because: CodiceFiscaleRefusal['kind'] };

/** Odd, but readable: shown, and never a reason to turn anybody away. */
export type PersonalDataWarning =
  /** The total is neither the fields' length nor that plus its own six characters. */
  | { readonly kind: 'lengths-disagree'; readonly declared: number; readonly found: number }
  /** Something other than zeros follows the last field. */
  | { readonly kind: 'bytes-after-end'; readonly offset: number }
  /** The emettitore is not a type digit and a region. */
  | { readonly kind: 'unexpected-emettitore' };

export interface PersonalDataReading {
  readonly data: PersonalData;
  readonly warnings: readonly PersonalDataWarning[];
  /** Bytes of the file that carry data: the total and the fields, without the padding. */
  readonly byteLength: number;
}
