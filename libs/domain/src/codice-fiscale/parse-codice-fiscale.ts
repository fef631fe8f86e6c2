// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { compactCapitals } from '../text/compact-capitals';
import { luhnDigitOf } from '../text/luhn';
import { daysInMonth } from '../time/local-date';
import { checkLetterOf } from './check-letter';
import type { BelfioreCode, CodiceFiscale, CodiceFiscaleRefusal, CodiceFiscaleValue, ProvisionalCodiceFiscale, RegularCodiceFiscale } from './codice-fiscale';
import { withoutOmocodia } from './omocodia';

/** January to December. */
export const MONTH_LETTERS = 'ABCDEHLMPRST';

/** What women's day of birth is raised by. */
export const FEMALE_DAY_OFFSET = 40;

/**
 * Reads a codice fiscale however it was typed (case and blanks do not matter). Format, date and check letter are the only hard rules:
 * disagreement with a name is a finding for a person to judge (see `compareCodiceFiscale`), never a refusal, and nothing is corrected.
 */
export function parseCodiceFiscale(text: string): Outcome<CodiceFiscale, CodiceFiscaleRefusal> {
  const code = compactCapitals(text);
  if (code.length === 11) return parseProvisional(code);
  if (code.length === 16) return parseRegular(code);
  return refuse({ kind: 'bad-length', length: code.length });
}

/** The same check digit as a VAT number's. */
function parseProvisional(code: string): Outcome<ProvisionalCodiceFiscale, CodiceFiscaleRefusal> {
  const position = code.search(/[^0-9]/);
  if (position >= 0) return refuse({ kind: 'bad-format', position: position + 1 });
  const [found, expected] = [code.slice(10), luhnDigitOf(code.slice(0, 10))];
  if (found !== expected) return refuse({ kind: 'bad-check-digit', found, expected });
  return accept({ kind: 'provisional', value: code as CodiceFiscaleValue });
}

const LETTER = /[A-Z]/;
const DIGIT_OR_STAND_IN = /[0-9LMNPQRSTUV]/;
const FORMAT: readonly RegExp[] = Array.from('LLLLLLDDLDDLDDDL', (sort) => (sort === 'L' ? LETTER : DIGIT_OR_STAND_IN));

function parseRegular(code: string): Outcome<RegularCodiceFiscale, CodiceFiscaleRefusal> {
  const health = /^(?<code>STP|ENI)\d{13}$/.exec(code)?.groups?.['code'];
  if (health === 'STP' || health === 'ENI') return refuse({ kind: 'stp-eni', code: health });
  const wrong = FORMAT.findIndex((allowed, index) => !allowed.test(code.charAt(index)));
  if (wrong >= 0) return refuse({ kind: 'bad-format', position: wrong + 1 });

  const month = MONTH_LETTERS.indexOf(code.charAt(8)) + 1;
  if (month === 0) return refuse({ kind: 'bad-month', letter: code.charAt(8) });

  const base = withoutOmocodia(code);
  const rawDay = Number(base.slice(9, 11));
  const sex = rawDay > FEMALE_DAY_OFFSET ? 'F' : 'M';
  const day = sex === 'F' ? rawDay - FEMALE_DAY_OFFSET : rawDay;
  const yearOfCentury = Number(base.slice(6, 8));
  if (!existsInSomeCentury(day, month, yearOfCentury)) return refuse({ kind: 'bad-date', day, month, yearOfCentury });

  const [found, expected] = [code.slice(15), checkLetterOf(code.slice(0, 15))];
  if (found !== expected) return refuse({ kind: 'bad-check-letter', found, expected });

  const value = code as CodiceFiscaleValue;
  const birthPlace = base.slice(11, 15) as BelfioreCode;
  return accept({ kind: 'regular', value, base, isOmocode: value !== base, birth: { day, month, yearOfCentury }, sex, birthPlace });
}

/** 29 February of a year '00 existed in 2000 and not in 1900: one century is enough. */
function existsInSomeCentury(day: number, month: number, yearOfCentury: number): boolean {
  return day >= 1 && day <= daysInMonth(2000 + yearOfCentury, month);
}
