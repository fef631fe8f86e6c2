// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { luhnDigitOf } from '../text/luhn';
import { regionOf } from './regions';
import type { Region } from './regions';

/** Sixteen digits: the serial by which a card is known. */
export type IdCartaNumber = Brand<string, 'IdCartaNumber'>;

export type IdCartaType = 5 | 6 | 7 | 8 | 9;

/** Odd, but no reason to turn anybody away: shown to the operator. */
export type IdCartaWarning =
  | { readonly kind: 'id-carta-check-digit'; readonly found: string; readonly expected: string }
  | { readonly kind: 'unknown-region'; readonly issuerCode: string };

export interface IdCarta {
  readonly value: IdCartaNumber;
  readonly type: IdCartaType;
  /** 5, 6 and 7 are citizens' cards, 8 and 9 operators'. */
  readonly bearer: 'citizen' | 'operator';
  /** Three digits, a region; six on type 7. */
  readonly issuerCode: string;
  /** Absent on type 7 and for a code that the table does not know. */
  readonly region: Region | undefined;
  readonly warnings: readonly IdCartaWarning[];
}

export type IdCartaRefusal = { readonly kind: 'bad-id-carta'; readonly reason: 'not-sixteen-digits' | 'unknown-type' };

export function parseIdCarta(text: string): Outcome<IdCarta, IdCartaRefusal> {
  if (!/^[0-9]{16}$/.test(text)) return refuse({ kind: 'bad-id-carta', reason: 'not-sixteen-digits' });
  const type = Number(text.charAt(0));
  if (!isKnownType(type)) return refuse({ kind: 'bad-id-carta', reason: 'unknown-type' });
  const issuerCode = text.slice(1, type === 7 ? 7 : 4);
  const region = type === 7 ? undefined : regionOf(issuerCode);
  return accept({
    value: text as IdCartaNumber,
    type,
    bearer: type <= 7 ? 'citizen' : 'operator',
    issuerCode,
    region,
    warnings: [...checkDigitWarning(text), ...(type === 7 || region ? [] : [{ kind: 'unknown-region', issuerCode } as const])],
  });
}

/**
 * The twenty digits printed on the European side (TEAM): reckoned, not read, by a rule known at second hand.
 * Show it as such and let the operator confirm it on the plastic.
 */
export function teamNumberOf(idCarta: IdCarta): string {
  const firstNineteen = `8038000${idCarta.value.slice(1, 13)}`;
  return firstNineteen + luhnDigitOf(firstNineteen);
}

function isKnownType(digit: number): digit is IdCartaType {
  return digit >= 5 && digit <= 9;
}

function checkDigitWarning(text: string): readonly IdCartaWarning[] {
  const [found, expected] = [text.slice(15), luhnDigitOf(text.slice(0, 15))];
  return found === expected ? [] : [{ kind: 'id-carta-check-digit', found, expected }];
}
