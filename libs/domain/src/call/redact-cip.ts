// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CipPattern } from '../codes/cip-pattern';

/** Stands where a CIP stood, or may have stood. */
export const REDACTED_CIP = '[CIP omesso]';

export interface RedactedText {
  readonly text: string;
  readonly count: number;
}

/** What a copied text may bring along that nobody sees: soft hyphens, zero-width spaces and joiners. */
const UNSEEN = '[\\u00ad\\u200b-\\u200d\\u2060]*';

/**
 * A text without whatever may be a CIP: as many characters of the pattern as it has, written together or in groups. It takes away too much rather than too little: a
 * telephone number of ten digits goes with it, a longer number written in one stays.
 */
export function redactCips(text: string, { length, alphabet }: CipPattern): RedactedText {
  const letter = `[${alphabet.replace(/[\\\]^-]/g, '\\$&')}]`;
  const between = /^[0-9]+$/.test(alphabet) ? `${UNSEEN}[^\\S\\r\\n]{0,2}[.\\-–_]?[^\\S\\r\\n]{0,2}${UNSEEN}` : `${UNSEEN}[\\- ]?${UNSEEN}`;
  const isOneCase = alphabet === alphabet.toUpperCase() || alphabet === alphabet.toLowerCase();
  const code = new RegExp(`(?<!${letter})${letter}(?:${between}${letter}){${length - 1}}(?!${letter})`, isOneCase ? 'giu' : 'gu');
  let count = 0;
  const redacted = text.normalize('NFKC').replace(code, () => {
    count += 1;
    return REDACTED_CIP;
  });
  return count === 0 ? { text, count } : { text: redacted, count };
}
