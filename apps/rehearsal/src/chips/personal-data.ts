// SPDX-License-Identifier: AGPL-3.0-or-later
import { encodePersonalData, existingDate, parseCodiceFiscale, type LocalDate } from '@sportello/domain';
import type { DeckCard } from '../deck/deck';

/** What the chip says of its holder. The fields that real cards leave empty are empty here. */
export const personalDataOf = (card: DeckCard): Uint8Array => {
  const codiceFiscale = parseCodiceFiscale(card.codiceFiscale);
  if (!codiceFiscale.ok) throw new RangeError('the deck holds a codice fiscale that is none');
  const encoded = encodePersonalData({
    emettitore: card.idCarta.slice(0, 4),
    issuedOn: dayOf(card.issuedOn),
    expiresOn: dayOf(card.expiresOn),
    surname: card.surname,
    name: card.name,
    birthDate: dayOf(card.birthDate),
    sex: card.sex,
    height: '',
    codiceFiscale: codiceFiscale.value,
    citizenship: '',
    birthMunicipality: card.birthPlace.code,
    birthState: '',
    birthAct: '',
    residenceMunicipality: 'F023',
    address: '',
    annotation: '',
  });
  if (!encoded.ok) throw new RangeError('the deck holds a person who does not fit on a chip');
  return encoded.value;
};

const dayOf = (text: string): LocalDate => {
  const [year, month, day] = text.split('-').map(Number);
  return existingDate(year ?? 0, month ?? 0, day ?? 0);
};
