// SPDX-License-Identifier: AGPL-3.0-or-later
import { day } from '../testing/dates';
import { isAcceptablePin, isAcceptablePuk } from './code-policy';

const BORN = day('1978-03-25');

const ascii = (text: string) => new TextEncoder().encode(text);
const pin = (text: string) => isAcceptablePin(ascii(text), BORN);
const puk = (text: string) => isAcceptablePuk(ascii(text), BORN);

describe('a PIN', () => {
  it.each(['70429', '00017', '11112', '12346', '13579'])('may be %s', (digits) => {
    expect(pin(digits)).toBe(true);
  });

  it.each(['00000', '77777'])('is not one digit over and over: %s', (digits) => {
    expect(pin(digits)).toBe(false);
  });

  it.each(['12345', '56789', '89012', '98765', '43210', '21098'])('is no sequence up or down: %s', (digits) => {
    expect(pin(digits)).toBe(false);
  });

  it.each([
    ['day and month', '25036'],
    ['day and month, at the end', '62503'],
    ['month and day', '03256'],
    ['the year', '19786'],
    ['the year, at the end', '61978'],
    ['a piece of day, month and short year', '50378'],
    ['a piece of short year, month and day', '78032'],
    ['a piece of month, day and year', '32519'],
  ])('does not tell the holder’s birth date by %s: %s', (_, digits) => {
    expect(pin(digits)).toBe(false);
  });

  it('may tell another date', () => {
    expect(isAcceptablePin(ascii('25036'), day('1980-01-01'))).toBe(true);
  });

  it.each(['', '7042', '704291', '7042A', '7042 '])('is five digits, and not %j', (digits) => {
    expect(pin(digits)).toBe(false);
  });
});

describe('a PUK', () => {
  it.each(['70429316', '00000001', '12345679'])('may be %s', (digits) => {
    expect(puk(digits)).toBe(true);
  });

  it.each(['44444444', '23456789', '76543210', '56789012', '25031978', '19780325', '03251978', '00250378', '78032500', '91978042', '7042931', '704293160'])(
    'is not %s',
    (digits) => {
      expect(puk(digits)).toBe(false);
    },
  );
});
