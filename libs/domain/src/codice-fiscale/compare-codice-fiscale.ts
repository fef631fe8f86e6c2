// SPDX-License-Identifier: AGPL-3.0-or-later
import { datePartsOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import type { CodiceFiscale, RegularCodiceFiscale, Sex } from './codice-fiscale';
import { nameLetters, surnameLetters } from './name-letters';

/** Whether two codes name the same person: the same code, or two omocodes of one. */
export function isSamePerson(a: CodiceFiscale, b: CodiceFiscale): boolean {
  if (a.kind === 'regular' && b.kind === 'regular') return a.base === b.base;
  return a.value === b.value;
}

export interface PersonToCompare {
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
}

/** What each part of the code says beside what the person's data would give; a provisional code tells nothing and so compares with nothing. */
export interface CodiceFiscaleFinding {
  readonly part: 'surname' | 'name' | 'birth-date' | 'sex';
  readonly kind: 'equal' | 'differs' | 'not-told';
  readonly inCode: string;
  readonly fromPerson: string;
}

/** A finding per part, never a verdict: the tax office's rules of assignment leave right codes that disagree with a name. */
export function compareCodiceFiscale(codiceFiscale: CodiceFiscale, person: PersonToCompare): readonly CodiceFiscaleFinding[] {
  const inCode = codiceFiscale.kind === 'regular' ? partsOfCode(codiceFiscale) : undefined;
  const fromPerson = partsOfPerson(person);
  return (['surname', 'name', 'birth-date', 'sex'] as const).map((part) => {
    if (!inCode) return { part, kind: 'not-told', inCode: '', fromPerson: fromPerson[part] };
    return { part, kind: inCode[part] === fromPerson[part] ? 'equal' : 'differs', inCode: inCode[part], fromPerson: fromPerson[part] };
  });
}

type Parts = Readonly<Record<CodiceFiscaleFinding['part'], string>>;

function partsOfCode({ base, birth, sex }: RegularCodiceFiscale): Parts {
  return { surname: base.slice(0, 3), name: base.slice(3, 6), 'birth-date': shortDate(birth.day, birth.month, birth.yearOfCentury), sex };
}

function partsOfPerson({ surname, name, birthDate, sex }: PersonToCompare): Parts {
  const { year, month, day } = datePartsOf(birthDate);
  return { surname: surnameLetters(surname), name: nameLetters(name), 'birth-date': shortDate(day, month, year % 100), sex };
}

/** dd/mm/yy: as much of a date as the code knows. */
function shortDate(day: number, month: number, yearOfCentury: number): string {
  return [day, month, yearOfCentury].map((part) => String(part).padStart(2, '0')).join('/');
}
