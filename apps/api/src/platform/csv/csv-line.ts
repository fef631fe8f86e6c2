// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a spreadsheet would take for a formula (OWASP, CSV injection): it gets an apostrophe before it. */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of text/csv (RFC 4180): comma, CRLF, every field in quotes, a quote doubled. Numbers keep their zeros, being text. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
