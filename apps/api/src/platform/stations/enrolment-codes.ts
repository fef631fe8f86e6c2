// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { UNAMBIGUOUS_ALPHABET } from '@sportello/domain';
import { keyedMac } from '@sportello/seal';
import { Randomness } from '../ports/randomness';

/** The key with which codes are looked up. */
export interface LookupKey {
  readonly lookup: Uint8Array;
}

export const ENROLMENT_CODE_DAYS = 7;

const LENGTH = 12;

export function macOfEnrolmentCode(key: LookupKey, code: string): Buffer {
  return macOfTypedCode(key, 'enrolment-code', code);
}

/** The database keeps a keyed MAC: who reads it enrols nothing. Case and blanks of what was typed do not matter. */
export function macOfTypedCode({ lookup }: LookupKey, label: 'enrolment-code' | 'invitation-code', code: string): Buffer {
  const bare = code.replace(/[\s-]/g, '').toUpperCase();
  return Buffer.from(keyedMac({ key: lookup, label, parts: [bare] }));
}

/** A new code to be typed once: twelve characters that nobody mistakes for one another (59 bits), in groups of four. */
@Injectable()
export class EnrolmentCodes {
  constructor(private readonly randomness: Randomness) {}

  draw(): string {
    const characters: string[] = [];
    while (characters.length < LENGTH) {
      for (const byte of this.randomness.bytes(LENGTH)) {
        // Bytes beyond the last whole multiple of the alphabet would make its first characters likelier.
        if (byte < 256 - (256 % UNAMBIGUOUS_ALPHABET.length)) characters.push(UNAMBIGUOUS_ALPHABET.charAt(byte % UNAMBIGUOUS_ALPHABET.length));
      }
    }
    return [0, 4, 8].map((at) => characters.slice(at, at + 4).join('')).join('-');
  }
}
