// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

/** The six digits printed beforehand on an envelope sheet: '000419'. */
export type ControlNumber = Brand<string, 'ControlNumber'>;

export interface ControlNumberRefusal {
  readonly kind: 'bad-control-number';
}

const HIGHEST = 999_999;

/** Six digits, blanks between them allowed; '000000' is no sheet's number. */
export function parseControlNumber(text: string): Outcome<ControlNumber, ControlNumberRefusal> {
  const digits = text.replace(/\s/g, '');
  const isGood = /^[0-9]{6}$/.test(digits) && Number(digits) > 0;
  return isGood ? accept(digits as ControlNumber) : refuse({ kind: 'bad-control-number' });
}

/** The nth number, 1 to 999999; anything else throws RangeError. */
export function controlNumberOf(order: number): ControlNumber {
  if (!Number.isInteger(order) || order < 1 || order > HIGHEST) throw new RangeError('control numbers run from 1 to 999999');
  return String(order).padStart(6, '0') as ControlNumber;
}
