// SPDX-License-Identifier: AGPL-3.0-or-later
/** One digit repeated (step 0), or each digit the next one up or down, 9 and 0 being neighbours: 11111, 12345, 43210, 89012. */
export function isTrivial(digits: Uint8Array): boolean {
  return [0, 1, 9].some((step) => digits.subarray(1).every((digit, index) => (digit - (digits[index] ?? digit) + 10) % 10 === step));
}
