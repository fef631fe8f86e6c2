// SPDX-License-Identifier: AGPL-3.0-or-later
import { addYears, type LocalDate } from '@sportello/domain';
import type { DocumentPlan, Place } from './citizen-plan';
import type { IdentityDocument } from './deck';
import { mrzTd1 } from './mrz-td1';
import { digits, letters, type RandomIndex } from './random';

type Bearer = {
  readonly surname: string;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: LocalDate;
  readonly birthPlace: Place;
  readonly codiceFiscale: string;
  readonly age: number;
};

/** Years of validity; a child's CIE is shorter. Documents end on their bearer's birthday (DL 5/2012 art. 7). */
const years = { cie: 10, 'paper-identity-card': 10, passport: 10, 'driving-licence': 10 } as const;
const childsYears = 5;

/** Invents the document that a demo citizen brings along. */
export const identityDocument = (plan: DocumentPlan, bearer: Bearer, today: LocalDate, random: RandomIndex): IdentityDocument => {
  const issuedOn = addYears(today, -plan.yearsOld);
  const validity = bearer.age - plan.yearsOld < 18 ? childsYears : years[plan.type];
  const expiresOn = plan.type === 'passport' ? addYears(issuedOn, validity) : birthdayAfter(bearer.birthDate, addYears(issuedOn, validity));
  const number = numberOf(plan.type, random);
  const name = plan.name ?? bearer.name;
  const isCie = plan.type === 'cie';
  return {
    type: plan.type,
    number,
    issuer: issuerOf(plan.type, bearer.birthPlace),
    issuedOn,
    expiresOn,
    surname: bearer.surname,
    name,
    birthDate: bearer.birthDate,
    codiceFiscale: isCie ? bearer.codiceFiscale : null,
    mrz: isCie ? mrzTd1({ ...bearer, documentNumber: number, name, expiresOn }) : [],
  };
};

const birthdayAfter = (birthDate: LocalDate, day: LocalDate): LocalDate => {
  const inThatYear = addYears(birthDate, Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)));
  return inThatYear < day ? addYears(inThatYear, 1) : inThatYear;
};

const numberOf = (type: DocumentPlan['type'], random: RandomIndex): string => {
  switch (type) {
    case 'cie':
      return `C${letters(1, random)}${digits(5, random)}${letters(2, random)}`;
    case 'paper-identity-card':
      return `A${letters(1, random)}${digits(7, random)}`;
    case 'passport':
      return `Y${letters(1, random)}${digits(7, random)}`;
    case 'driving-licence':
      return `U1${letters(1, random)}${digits(6, random)}${letters(1, random)}`;
  }
};

const issuerOf = (type: DocumentPlan['type'], place: Place): string => {
  switch (type) {
    case 'cie':
      return "Ministero dell'Interno";
    case 'paper-identity-card':
      return `Comune di ${place.name}`;
    case 'passport':
      return `Questura di ${place.name}`;
    case 'driving-licence':
      return 'MIT-UCO';
  }
};
