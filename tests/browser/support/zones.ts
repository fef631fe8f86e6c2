// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Citizen } from './citizen-side';

/** What an invented document of a citizen bears in its machine-readable zone. */
export interface ZoneOf {
  readonly code: string;
  readonly state: string;
  readonly number: string;
  /** 'YYYY-MM-DD' */
  readonly expiresOn: string;
}

type Bearer = Pick<Citizen, 'surname' | 'name' | 'document'>;

/** The two lines of a card of format TD2 (ICAO 9303-6 §4.2). */
export function td2(bearer: Bearer, document: ZoneOf): readonly string[] {
  const { upper, data } = partsOf(bearer, document);
  const second = data.padEnd(35, '<');
  return [upper.padEnd(36, '<').slice(0, 36), second + digitOf(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 35))];
}

/** The two lines of a passport (TD3, ICAO 9303-4 §4.2). */
export function td3(bearer: Bearer, document: ZoneOf): readonly string[] {
  const { upper, data } = partsOf(bearer, document);
  const personal = '<'.repeat(14);
  const second = `${data}${personal}${digitOf(personal)}`;
  return [upper.padEnd(44, '<').slice(0, 44), second + digitOf(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43))];
}

function partsOf({ surname, name, document }: Bearer, { code, state, number, expiresOn }: ZoneOf): { readonly upper: string; readonly data: string } {
  // Birth and sex, with the check digit between, are where the citizen's own CIE has them (ICAO 9303-5 §4.2, second line).
  const birthAndSex = document.mrz[1]?.slice(0, 8) ?? '';
  const [run, expiry] = [number.padEnd(9, '<'), shortDate(expiresOn)];
  const upper = `${code.padEnd(2, '<')}${state.padEnd(3, '<')}${inZone(surname)}<<${inZone(name)}`;
  return { upper, data: `${checked(run)}${state.padEnd(3, '<')}${birthAndSex}${checked(expiry)}` };
}

function inZone(text: string): string {
  return text.normalize('NFD').replace(/[^A-Z\s-]/g, '').replace(/[\s-]+/g, '<');
}

function shortDate(isoDate: string): string {
  return isoDate.slice(2).replaceAll('-', '');
}

function checked(run: string): string {
  return run + digitOf(run);
}

/** ICAO 9303-3 §4.9, written here once more: a story must not trust what it tries. */
function digitOf(run: string): string {
  const values = Array.from(run, (character) => (character === '<' ? 0 : Number.parseInt(character, 36)));
  return String(values.reduce((sum, value, index) => sum + value * ([7, 3, 1][index % 3] ?? 0), 0) % 10);
}
