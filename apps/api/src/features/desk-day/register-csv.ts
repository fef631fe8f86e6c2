// SPDX-License-Identifier: AGPL-3.0-or-later
import { REGISTER_TEXTS, type RegisterData, registerLines } from '@sportello/paper';
import { csvLine } from '../../platform/csv/csv-line';

/** The lines of the register as text/csv. */
export function registerCsv(data: RegisterData): string {
  const { heads } = REGISTER_TEXTS[data.language];
  return [heads, ...registerLines(data)].map((line) => csvLine(line)).join('');
}
