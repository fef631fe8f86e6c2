// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { compactCapitals } from '../text/compact-capitals';

/** As it is shown and printed: 'R26-000419-K'. */
export type RequestNumberText = Brand<string, 'RequestNumberText'>;

export interface RequestNumber {
  readonly value: RequestNumberText;
  /** Two digits: requests are numbered anew each year. */
  readonly yearOfCentury: number;
  readonly serial: number;
}

export interface RequestNumberRefusal {
  readonly kind: 'bad-request-number';
  readonly because: 'shape' | 'check-character';
}

/** Eleven letters whose names nobody mistakes on the telephone for one another, nor for a digit. */
const CHECK_LETTERS = 'AFHKMQRUXYZ';
const MOST = 999_999;
const SHAPE = new RegExp(`^R(?<year>[0-9]{2})[-']?(?<serial>[0-9]{6})[-']?(?<check>[${CHECK_LETTERS}])$`);

/** The number of a request, from its serial within the year and the year in four digits. */
export function requestNumberOf(serial: number, year: number): RequestNumber {
  const isGood = Number.isInteger(serial) && serial >= 1 && serial <= MOST && Number.isInteger(year) && year >= 0;
  if (!isGood) throw new RangeError('requests of a year are numbered from 1 to 999999');
  return requestNumber(serial, year % 100);
}

/** Reads a number as somebody said or typed it: case, blanks and hyphens do not matter. One digit that is wrong, or two that changed places, are found. */
export function parseRequestNumber(text: string): Outcome<RequestNumber, RequestNumberRefusal> {
  const found = SHAPE.exec(compactCapitals(text))?.groups;
  const serial = Number(found?.['serial'] ?? 0);
  if (!found || serial === 0) return refuse({ kind: 'bad-request-number', because: 'shape' });
  const number = requestNumber(serial, Number(found['year']));
  return number.value.endsWith(found['check'] ?? '') ? accept(number) : refuse({ kind: 'bad-request-number', because: 'check-character' });
}

/** In the groups in which it is read aloud: R, 26, 000, 419, K. */
export function spokenGroups({ value }: RequestNumber): readonly string[] {
  return [value.slice(0, 1), value.slice(1, 3), value.slice(4, 7), value.slice(7, 10), value.slice(11)];
}

function requestNumber(serial: number, yearOfCentury: number): RequestNumber {
  const digits = `${String(yearOfCentury).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
  return { value: `R${digits.slice(0, 2)}-${digits.slice(2)}-${checkLetterOf(digits)}` as RequestNumberText, yearOfCentury, serial };
}

/** Weights 2 to 9 modulo eleven, a prime above every weight and digit: no single slip and no change of places goes unseen. */
function checkLetterOf(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return CHECK_LETTERS.charAt(sum % CHECK_LETTERS.length);
}
