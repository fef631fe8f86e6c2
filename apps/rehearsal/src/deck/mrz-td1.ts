// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a card of size TD1 shows to machines; dates are `YYYY-MM-DD`. */
export type Td1Holder = {
  readonly documentNumber: string;
  readonly surname: string;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly expiresOn: string;
};

const lineLength = 30;

/** The three lines on the back of an Italian identity card (ICAO Doc 9303-5 §4.2.2). */
export const mrzTd1 = (holder: Td1Holder): readonly string[] => {
  const numberField = fill(holder.documentNumber, 9);
  const first = fill(`C<ITA${numberField}${checkDigit(numberField)}`, lineLength);
  const [birth, expiry] = [shortDate(holder.birthDate), shortDate(holder.expiresOn)];
  const dates = { birth: `${birth}${checkDigit(birth)}`, expiry: `${expiry}${checkDigit(expiry)}` };
  const second = fill(`${dates.birth}${holder.sex}${dates.expiry}ITA`, lineLength - 1);
  const composite = `${first.slice(5)}${dates.birth}${dates.expiry}${second.slice(18)}`;
  return [first, `${second}${checkDigit(composite)}`, fill(`${filled(holder.surname)}<<${filled(holder.name)}`, lineLength)];
};

const fill = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
const filled = (name: string): string => name.replace(/[' -]/g, '<');
const shortDate = (date: string): string => date.slice(2).replaceAll('-', '');

const weights = [7, 3, 1];

/** ICAO Doc 9303-3 §4.9: digits are themselves, A is 10 … Z is 35, the filler is 0. */
const checkDigit = (text: string): string => {
  const sum = Array.from(text).reduce((total, character, index) => total + (character === '<' ? 0 : parseInt(character, 36)) * (weights[index % 3] ?? 0), 0);
  return String(sum % 10);
};
