// SPDX-License-Identifier: AGPL-3.0-or-later

/** What Italian documents put between a woman's own surname and her husband's (art. 143-bis c.c.; DPR 223/1989): "ROSSI IN BIANCHI", and widowed "VED.". */
const MARKS = 'IN|CON|CONIUGATA|CONIUGATO|CONIUGE|CGT|EP|EPOUSE|ÉPOUSE|SPOSATA|VED|VEDOVA|NATA|NEE|NÉE|GEB|GEBORENE|BORN';

const MARKED = new RegExp(`^(?<before>.+?)\\s+(?<mark>${MARKS})\\.?\\s+(?<after>.+)$`, 'u');

/** Before these the own surname comes last: "BIANCHI NATA ROSSI". */
const OWN_COMES_LAST: ReadonlySet<string> = new Set(['NATA', 'NEE', 'NÉE', 'GEB', 'GEBORENE', 'BORN']);

export interface MarriedName {
  /** The surname by birth, which is what a chip bears. */
  readonly own: string;
  readonly spouse: string;
}

/** Takes apart a surname that names the spouse's too; undefined when nothing says so. */
export function marriedNameIn(surname: string): MarriedName | undefined {
  const { before, mark, after } = MARKED.exec(surname.toUpperCase().replace(/\s+/g, ' ').trim())?.groups ?? {};
  if (before === undefined || mark === undefined || after === undefined) return undefined;
  return OWN_COMES_LAST.has(mark) ? { own: after, spouse: before } : { own: before, spouse: after };
}
