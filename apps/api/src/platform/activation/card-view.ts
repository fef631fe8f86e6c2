// SPDX-License-Identifier: AGPL-3.0-or-later
import { softwareFor } from '@sportello/card-io/issuer';
import type { CardView, CardWarning } from '@sportello/contracts';
import { type CardState, ageOn, compareCodiceFiscale, daysBetween, localDateAt, teamNumberOf } from '@sportello/domain';
import type * as z from 'zod';
import { NOT_CHECKED } from '../revocation/ask-standing';
import { type CardOnDesk, type ParsedCard, parsedCardOf, stateAtDesk } from './card-on-desk';

type Warning = z.infer<typeof CardWarning>;

/** A new card is posted ninety days before the old one expires. */
const SOON_DAYS = 90;

/** The card as the desk shows it. `registered` is the register's word. */
export function cardView(card: CardOnDesk, registered: CardState, now: Date): CardView {
  const parsed = parsedCardOf(card);
  const { idCarta, reading } = parsed;
  const { data } = reading;
  return {
    idCarta: card.idCarta,
    cardType: card.cardType,
    software: softwareFor(card.cardType),
    regionCode: idCarta.region?.code ?? null,
    regionName: idCarta.region?.name ?? null,
    teamNumber: idCarta.bearer === 'citizen' ? teamNumberOf(idCarta) : null,
    issuedOn: data.issuedOn,
    expiresOn: data.expiresOn,
    state: stateAtDesk(card, registered),
    certificate: card.certificate,
    revocation: card.revocation ?? NOT_CHECKED,
    warnings: warningsOf(card, parsed, now),
    holder: {
      surname: data.surname,
      name: data.name,
      birthDate: data.birthDate,
      birthPlace: card.birthPlace ?? (data.birthMunicipality || data.birthState),
      sex: data.sex,
      codiceFiscale: data.codiceFiscale.value,
      isOmocode: data.codiceFiscale.kind === 'regular' && data.codiceFiscale.isOmocode,
      age: ageOn(data.birthDate, localDateAt(now)),
    },
  };
}

/** All that may be shown of a person whose card is away: M.R. for Maria Rossi. */
export function initialsOf({ name, surname }: { readonly name: string; readonly surname: string }): string {
  return [name, surname].flatMap((part) => part.trim().slice(0, 1).toUpperCase() || []).map((letter) => `${letter}.`).join('');
}

function warningsOf(card: CardOnDesk, { idCarta, reading }: ParsedCard, now: Date): Warning[] {
  const { data, warnings } = reading;
  const found: readonly (readonly [Warning, boolean])[] = [
    ['id-carta-check-digit', idCarta.warnings.some(({ kind }) => kind === 'id-carta-check-digit')],
    ['data-hash-mismatch', card.certificate.status === 'valid' && card.certificate.dataHash === 'none'],
    ['codice-fiscale-disagrees', compareCodiceFiscale(data.codiceFiscale, data).some(({ kind }) => kind === 'differs')],
    ['expires-soon', isSoon(data.expiresOn, now)],
    ['lengths-disagree', warnings.some(({ kind }) => kind === 'lengths-disagree')],
  ];
  return found.filter(([, isFound]) => isFound).map(([warning]) => warning);
}

function isSoon(expiresOn: ParsedCard['reading']['data']['expiresOn'], now: Date): boolean {
  const daysLeft = daysBetween(localDateAt(now), expiresOn);
  return daysLeft >= 0 && daysLeft <= SOON_DAYS;
}
