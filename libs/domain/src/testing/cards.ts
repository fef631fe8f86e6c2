// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonalData } from '../card/personal-data/personal-data';
import { parseIdCarta } from '../card/id-carta';
import type { IdCarta } from '../card/id-carta';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { luhnDigitOf } from '../text/luhn';
import { day } from './dates';
import { accepted } from './outcomes';

/** An ID_Carta from its first fifteen digits. */
export function idCarta(firstFifteen: string): IdCarta {
  return accepted(parseIdCarta(firstFifteen + luhnDigitOf(firstFifteen)));
}

/** A Tuscan citizen's card of an invented adult. */
export const ROSSI: PersonalData = {
  emettitore: '6090',
  issuedOn: day('2024-05-21'),
  expiresOn: day('2030-05-20'),
  surname: 'ROSSI',
  name: 'MARIO',
  birthDate: day('1980-01-01'),
  sex: 'M',
  height: '',
  codiceFiscale: accepted(parseCodiceFiscale('RSSMRA80A01D612Y')),
  citizenship: '',
  birthMunicipality: 'D612',
  birthState: '',
  birthAct: '',
  residenceMunicipality: 'D612',
  address: '',
  annotation: '',
};
