// SPDX-License-Identifier: AGPL-3.0-or-later
/** Nobody types a whole code at this pace, and every scanner does: milliseconds for each character, on average, up to the Enter. */
export const SCANNER_PACE_MS = 35;
/** A longer pause than this ends what may be a scan. A busy computer stretches one pause or another, and so the pace is an average. */
export const LONGEST_PAUSE_MS = 100;
/** The fewest characters that a code has: the form of the first case of a year is P1-26. */
export const SHORTEST_SCAN = 5;

/**
 * A machine-readable zone comes as one scan or as one for each line; a next line follows within this time. A busy computer may keep it waiting, and what is
 * incomplete without it can wait too.
 */
export const LINE_PAUSE_MS = 500;

export type KeyReading =
  /** Nothing of a scanner's. */
  | { readonly kind: 'typing' }
  /** The first key of what may become a scan: the field is as it was before it. */
  | { readonly kind: 'first' }
  /** One more key of what may become a scan. */
  | { readonly kind: 'burst' }
  /** The Enter that ends a scan. */
  | { readonly kind: 'scan'; readonly text: string };

/** Tells a scanner's keys from a person's, by their pace alone. Fed with every key and its time in milliseconds. */
export class ScanReader {
  #text = '';
  #began = 0;
  #last = Number.NEGATIVE_INFINITY;

  read(key: string, at: number): KeyReading {
    if (key === 'Enter') return this.#end(at);
    // Shift and its like come before a capital, and are no character.
    if (key.length !== 1) return { kind: 'typing' };
    const isFirst = at - this.#last > LONGEST_PAUSE_MS;
    this.#last = at;
    this.#text = isFirst ? key : this.#text + key;
    if (isFirst) this.#began = at;
    return { kind: isFirst ? 'first' : 'burst' };
  }

  #end(at: number): KeyReading {
    const text = this.#text;
    const isQuick = at - this.#last <= LONGEST_PAUSE_MS && at - this.#began <= text.length * SCANNER_PACE_MS;
    this.#text = '';
    this.#last = Number.NEGATIVE_INFINITY;
    return isQuick && text.length >= SHORTEST_SCAN ? { kind: 'scan', text } : { kind: 'typing' };
  }
}
