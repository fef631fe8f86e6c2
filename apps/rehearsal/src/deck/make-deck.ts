// SPDX-License-Identifier: AGPL-3.0-or-later
import { addMonths, addYears, ageOn, belfioreCodeOf, composeCodiceFiscale, existingDate, luhnDigitOf, omocodesOf, type LocalDate } from '@sportello/domain';
import type { CitizenPlan } from './citizen-plan';
import { CITIZENS, RESERVE } from './citizens';
import type { Deck, DeckCard } from './deck';
import { identityDocument } from './identity-document';
import { digits, type RandomIndex } from './random';
import { visitOf } from './visit';

/** Invents the deck for a day: whoever is planned to be 46 is 46 then. Numbers are drawn, so that no two installations share a card. */
export const makeDeck = (today: LocalDate, random: RandomIndex): Deck => ({
  version: 1,
  madeOn: today,
  cards: CITIZENS.map((plan) => makeCard(plan, today, random)),
  reserve: RESERVE.map((plan) => makeCard(plan, today, random)),
});

const cardYears = 6;
const TUSCANY = '090';

const makeCard = (plan: CitizenPlan, today: LocalDate, random: RandomIndex): DeckCard => {
  const { surname, name, sex, birthPlace } = plan;
  const birthDate = birthDateFor(plan, today);
  const expiresOn = addMonths(today, plan.cardMonthsLeft);
  const codiceFiscale = codiceFiscaleOf(plan, birthDate);
  const document = identityDocument(plan.document, { ...plan, birthDate, codiceFiscale }, today, random);
  return {
    id: `${surname}-${name}`.toLowerCase().replaceAll(' ', '-'),
    story: plan.story,
    surname,
    name,
    sex,
    birthDate,
    birthPlace,
    codiceFiscale,
    cardType: plan.cardType,
    idCarta: idCartaFrom(plan.region ?? TUSCANY, random),
    issuedOn: addYears(expiresOn, -cardYears),
    expiresOn,
    transport: drawCodes(random),
    inUse: plan.isInUse === true ? drawCodes(random) : null,
    document,
    visit: plan.visit ? visitOf(plan.visit, { birthPlace, document }, today, random) : null,
  };
};

/** The last day on which the planned age was reached on the planned birthday. */
const birthDateFor = ({ age, birthday }: CitizenPlan, today: LocalDate): LocalDate => {
  if (birthday === 'today') return addYears(today, -age);
  const thisYear = existingDate(Number(today.slice(0, 4)), birthday.month, birthday.day);
  const birthDate = addYears(thisYear, -age);
  return ageOn(birthDate, today) === age ? birthDate : addYears(birthDate, -1);
};

const codiceFiscaleOf = ({ surname, name, sex, birthPlace, story }: CitizenPlan, birthDate: LocalDate): string => {
  const place = belfioreCodeOf(birthPlace.code);
  if (place === undefined) throw new RangeError(`not a Belfiore code: ${birthPlace.code}`);
  const regular = composeCodiceFiscale({ surname, name, sex, birthDate, birthPlace: place });
  const [firstOmocode] = omocodesOf(regular);
  return story === 'omocode' && firstOmocode !== undefined ? firstOmocode : regular.value;
};

/** A citizen's card (6) of a region, with its check digit. */
const idCartaFrom = (region: string, random: RandomIndex): string => {
  const firstFifteen = `6${region}${digits(11, random)}`;
  return `${firstFifteen}${luhnDigitOf(firstFifteen)}`;
};

const drawCodes = (random: RandomIndex) => ({ pin: digits(5, random), puk: digits(8, random) });
