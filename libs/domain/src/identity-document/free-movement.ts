// SPDX-License-Identifier: AGPL-3.0-or-later
import { isAfter } from '../time/date-arithmetic';
import { existingDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** The States whose citizens enter and stay with an identity card, from a day on; as machine-readable zones write them (ICAO 9303-3 §5, Germany's being D). */
export interface FreeMovement {
  readonly since: LocalDate;
  readonly states: readonly string[];
  readonly source: string;
}

const UNION = ['AUT', 'BEL', 'BGR', 'CYP', 'CZE', 'D', 'DNK', 'ESP', 'EST', 'FIN', 'FRA', 'GRC', 'HRV', 'HUN', 'IRL', 'ITA', 'LTU', 'LUX', 'LVA', 'MLT', 'NLD', 'POL', 'PRT', 'ROU', 'SVK', 'SVN', 'SWE'];

export const FREE_MOVEMENT: readonly FreeMovement[] = [
  // The day after the United Kingdom left; a State that joins is one more row.
  { since: existingDate(2020, 2, 1), states: [...UNION, 'CHE', 'ISL', 'LIE', 'NOR'], source: 'Directive 2004/38/EC, EEA Agreement, Agreement EC–Switzerland of 21 June 1999' },
];

export function hasFreeMovement(state: string, day: LocalDate, rows: readonly FreeMovement[] = FREE_MOVEMENT): boolean {
  return rows.findLast((row) => !isAfter(row.since, day))?.states.includes(state) ?? false;
}
