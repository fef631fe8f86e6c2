// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';

/** A codice fiscale in capitals without blanks, known to be well formed. */
export type CodiceFiscaleValue = Brand<string, 'CodiceFiscaleValue'>;

/** Cadastral (Belfiore) code of a municipality, or `Z` and three digits for a foreign state. */
export type BelfioreCode = Brand<string, 'BelfioreCode'>;

export type Sex = 'F' | 'M';

/** Sixteen characters, given to natural persons (DM 23 December 1976). */
export interface RegularCodiceFiscale {
  readonly kind: 'regular';
  readonly value: CodiceFiscaleValue;
  /** The code as it would be without omocodia; equal to `value` for most people. */
  readonly base: CodiceFiscaleValue;
  readonly isOmocode: boolean;
  /** The code does not tell the century. */
  readonly birth: { readonly day: number; readonly month: number; readonly yearOfCentury: number };
  readonly sex: Sex;
  readonly birthPlace: BelfioreCode;
}

/** Eleven digits, assigned until the regular code can be: tells nothing of its bearer. */
export interface ProvisionalCodiceFiscale {
  readonly kind: 'provisional';
  readonly value: CodiceFiscaleValue;
}

export type CodiceFiscale = RegularCodiceFiscale | ProvisionalCodiceFiscale;

/** Why a text is not a codice fiscale. Positions count from 1. */
export type CodiceFiscaleRefusal =
  | { readonly kind: 'bad-length'; readonly length: number }
  | { readonly kind: 'bad-format'; readonly position: number }
  | { readonly kind: 'bad-month'; readonly letter: string }
  | { readonly kind: 'bad-date'; readonly day: number; readonly month: number; readonly yearOfCentury: number }
  | { readonly kind: 'bad-check-letter'; readonly found: string; readonly expected: string }
  | { readonly kind: 'bad-check-digit'; readonly found: string; readonly expected: string }
  /** Health codes of people who are not entitled to a TS-CNS: valid for what they are, and never a codice fiscale. */
  | { readonly kind: 'stp-eni'; readonly code: 'STP' | 'ENI' };
