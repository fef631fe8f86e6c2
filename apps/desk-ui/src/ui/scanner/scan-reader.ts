// SPDX-License-Identifier: AGPL-3.0-or-later
/** A scanner types faster than anybody: the longest pause between two of its keys, and the fewest characters that a code has. */
export const LONGEST_SCANNER_PAUSE_MS = 35;
export const SHORTEST_SCAN = 6;

/** Lines of a machine-readable zone come as one scan each or as one scan with line ends; a next line follows within this time. */
export const LINE_PAUSE_MS = 120;

export type KeyReading =
  /** Nothing of a scanner's. */
  | { readonly kind: 'typing' }
  /** The first key of what may become a scan: the field is as it was before it. */
  | { readonly kind: 'first' }
  /** One more fast key. */
  | { readonly kind: 'burst' }
  /** The Enter that ends a scan. */
  | { readonly kind: 'scan'; readonly text: string };

/** Tells a scanner's keys from a person's, by their pace alone. Fed with every key and its time in milliseconds. */
export class ScanReader {
  #text = '';
  #last = Number.NEGATIVE_INFINITY;

  read(key: string, at: number): KeyReading {
    const isFast = at - this.#last <= LONGEST_SCANNER_PAUSE_MS;
    if (key === 'Enter') return this.#end(isFast);
    if (key.length !== 1) return { kind: 'typing' };
    this.#last = at;
    this.#text = isFast ? this.#text + key : key;
    return { kind: isFast ? 'burst' : 'first' };
  }

  #end(isFast: boolean): KeyReading {
    const text = this.#text;
    this.#text = '';
    this.#last = Number.NEGATIVE_INFINITY;
    return isFast && text.length >= SHORTEST_SCAN ? { kind: 'scan', text } : { kind: 'typing' };
  }
}
