// SPDX-License-Identifier: AGPL-3.0-or-later
/** A number from 0 to `limit` − 1. */
export type RandomIndex = (limit: number) => number;

const pick = (alphabet: string, length: number, random: RandomIndex): string =>
  Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join('');

export const digits = (length: number, random: RandomIndex): string => pick('0123456789', length, random);
export const letters = (length: number, random: RandomIndex): string => pick('ABCDEFGHJKLMNPRSTUVWXYZ', length, random);
/** As an enrolment code is read aloud and typed: no character is like another. */
export const spokenCode = (length: number, random: RandomIndex): string => pick('ABCDEFGHJKMNPQRSTVWXYZ23456789', length, random);
