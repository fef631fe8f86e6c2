// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscale, Sex } from '../../codice-fiscale/codice-fiscale';
import { parseCodiceFiscale } from '../../codice-fiscale/parse-codice-fiscale';
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import type { LocalDate } from '../../time/local-date';
import { parseCompactDate } from '../../time/parse-date';
import type { PersonalDataReading, PersonalDataRefusal, PersonalDataWarning } from './personal-data';
import { splitFields } from './split-fields';
import type { FieldTexts } from './split-fields';

/** Fields without which nobody could be recognised; the others may be empty on a good card. */
const NEEDED = ['emettitore', 'issuedOn', 'expiresOn', 'surname', 'birthDate', 'sex', 'codiceFiscale'] as const;

/** Reads EF.Dati_personali: the bytes of the file, with or without its padding. */
export function parsePersonalData(bytes: Uint8Array): Outcome<PersonalDataReading, PersonalDataRefusal> {
  const split = splitFields(bytes);
  if (!split.ok) return split;
  const { texts, warnings, byteLength } = split.value;

  const missing = NEEDED.find((field) => texts[field] === '');
  if (missing) return refuse({ kind: 'field-missing', field: missing });

  const issuedOn = dateIn(texts, 'issuedOn');
  if (!issuedOn.ok) return issuedOn;
  const expiresOn = dateIn(texts, 'expiresOn');
  if (!expiresOn.ok) return expiresOn;
  const birthDate = dateIn(texts, 'birthDate');
  if (!birthDate.ok) return birthDate;
  const sex = sexIn(texts);
  if (!sex.ok) return sex;
  const codiceFiscale = codiceFiscaleIn(texts);
  if (!codiceFiscale.ok) return codiceFiscale;

  return accept({
    data: {
      ...texts,
      issuedOn: issuedOn.value,
      expiresOn: expiresOn.value,
      birthDate: birthDate.value,
      sex: sex.value,
      codiceFiscale: codiceFiscale.value,
    },
    warnings: [...warnings, ...emettitoreWarning(texts.emettitore)],
    byteLength,
  });
}

function dateIn(texts: FieldTexts, field: 'issuedOn' | 'expiresOn' | 'birthDate'): Outcome<LocalDate, PersonalDataRefusal> {
  const date = parseCompactDate(texts[field]);
  return date.ok ? date : refuse({ kind: 'bad-field-date', field, because: date.refusal.kind });
}

function sexIn({ sex }: FieldTexts): Outcome<Sex, PersonalDataRefusal> {
  return sex === 'F' || sex === 'M' ? accept(sex) : refuse({ kind: 'bad-sex' });
}

function codiceFiscaleIn(texts: FieldTexts): Outcome<CodiceFiscale, PersonalDataRefusal> {
  const parsed = parseCodiceFiscale(texts.codiceFiscale);
  return parsed.ok ? parsed : refuse({ kind: 'bad-holder-code', because: parsed.refusal.kind });
}

function emettitoreWarning(text: string): readonly PersonalDataWarning[] {
  return /^[5-9][0-9]{3}$/.test(text) ? [] : [{ kind: 'unexpected-emettitore' }];
}
