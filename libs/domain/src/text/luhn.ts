// SPDX-License-Identifier: AGPL-3.0-or-later
/** The digit that makes `digits` pass Luhn's check (ISO/IEC 7812-1 annex B) when written after them. */
export function luhnDigitOf(digits: string): string {
  const sum = Array.from(digits).reverse().reduce((total, digit, index) => {
    const value = Number(digit);
    const weighed = index % 2 === 0 ? value * 2 : value;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
