// SPDX-License-Identifier: AGPL-3.0-or-later
import { REGISTER_TEXTS, type RegisterData, registerLines } from '@sportello/paper';

/** What a spreadsheet would take for a formula (OWASP, CSV injection): it gets an apostrophe before it. */
const FORMULA = /^[=+\-@\t\r]/;

/** The lines of the register as text/csv (RFC 4180): comma, CRLF, every field in quotes, a quote doubled. Numbers keep their zeros, being text. */
export function registerCsv(data: RegisterData): string {
  const { heads } = REGISTER_TEXTS[data.language];
  return [heads, ...registerLines(data)].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
