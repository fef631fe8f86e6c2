// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { compactCapitals } from '../text/compact-capitals';
import { UNAMBIGUOUS_ALPHABET } from '../text/unambiguous-alphabet';
import type { ControlNumber } from './control-number';
import { parseControlNumber } from './control-number';

/** Six random characters that only the paper knows: no screen shows them, and the server keeps a MAC. */
export type OuterCodeSuffix = Brand<string, 'OuterCodeSuffix'>;

/** The whole code as it is printed: '000419-K7P4XR'. */
export type OuterCodeText = Brand<string, 'OuterCodeText'>;

export interface OuterCode {
  readonly value: OuterCodeText;
  readonly controlNumber: ControlNumber;
  readonly suffix: OuterCodeSuffix;
}

export interface OuterCodeRefusal {
  readonly kind: 'bad-outer-code';
}

export const OUTER_CODE_SUFFIX_LENGTH = 6;

const SUFFIX = new RegExp(`^[${UNAMBIGUOUS_ALPHABET}]{${OUTER_CODE_SUFFIX_LENGTH}}$`);

/** Reads a scanned or typed code; case and blanks do not matter, nor does the hyphen, which a scanner set to an American keyboard sends as an apostrophe. */
export function parseOuterCode(text: string): Outcome<OuterCode, OuterCodeRefusal> {
  const written = compactCapitals(text);
  const found = /^(?<number>[0-9]{6})[-']?(?<suffix>.{6})$/.exec(written)?.groups;
  const controlNumber = parseControlNumber(found?.['number'] ?? '');
  const suffix = parseOuterCodeSuffix(found?.['suffix'] ?? '');
  if (!controlNumber.ok || suffix === undefined) return refuse({ kind: 'bad-outer-code' });
  return accept(outerCodeOf(controlNumber.value, suffix));
}

export function outerCodeOf(controlNumber: ControlNumber, suffix: OuterCodeSuffix): OuterCode {
  return { value: `${controlNumber}-${suffix}` as OuterCodeText, controlNumber, suffix };
}

export function parseOuterCodeSuffix(text: string): OuterCodeSuffix | undefined {
  return SUFFIX.test(text) ? (text as OuterCodeSuffix) : undefined;
}
