// SPDX-License-Identifier: AGPL-3.0-or-later

const NOWHERE = -1;

/** Finds any number of byte strings in one pass over the bytes (Aho and Corasick, 1975): the time hangs on the bytes, not on how many strings there are. */
export class NeedleFinder<Needle extends { readonly bytes: Uint8Array }> {
  /** For each state, the state after each byte. */
  readonly #next: Int32Array;
  /** For each state, the first entry of its chain in #ends. */
  readonly #firstEnd: Int32Array;
  readonly #ends: { readonly needle: Needle; readonly then: number }[] = [];

  constructor(needles: readonly Needle[]) {
    const most = 1 + needles.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const next = new Int32Array(most * 256).fill(NOWHERE);
    this.#firstEnd = new Int32Array(most).fill(NOWHERE);
    let states = 1;
    for (const needle of needles) {
      let state = 0;
      for (const byte of needle.bytes) {
        const at = state * 256 + byte;
        if (next[at] === NOWHERE) next[at] = states++;
        state = next[at] ?? 0;
      }
      this.#end(state, needle);
    }
    this.#next = next.subarray(0, states * 256);
    this.#completeWithFailures(states);
  }

  /** Calls for each occurrence, with the place of its first byte. */
  find(bytes: Uint8Array, onFound: (needle: Needle, at: number) => void): void {
    const next = this.#next;
    const firstEnd = this.#firstEnd;
    let state = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      state = next[state * 256 + (bytes[at] ?? 0)] ?? 0;
      for (let end = firstEnd[state] ?? NOWHERE; end !== NOWHERE; ) {
        const found = this.#ends[end];
        if (!found) break;
        onFound(found.needle, at + 1 - found.needle.bytes.length);
        end = found.then;
      }
    }
  }

  #end(state: number, needle: Needle): void {
    this.#ends.push({ needle, then: this.#firstEnd[state] ?? NOWHERE });
    this.#firstEnd[state] = this.#ends.length - 1;
  }

  /** Breadth first, so that the state to fall back to is complete before it is asked for. */
  #completeWithFailures(states: number): void {
    const next = this.#next;
    const fallBack = new Int32Array(states);
    const queue: number[] = [];
    for (let byte = 0; byte < 256; byte += 1) {
      const child = next[byte] ?? NOWHERE;
      if (child === NOWHERE) next[byte] = 0;
      else queue.push(child);
    }
    for (const state of queue) {
      const back = fallBack[state] ?? 0;
      this.#inheritEnds(state, back);
      for (let byte = 0; byte < 256; byte += 1) {
        const at = state * 256 + byte;
        const child = next[at] ?? NOWHERE;
        const afterFall = next[back * 256 + byte] ?? 0;
        if (child === NOWHERE) {
          next[at] = afterFall;
        } else {
          fallBack[child] = afterFall;
          queue.push(child);
        }
      }
    }
  }

  /** What ends in the state to fall back to ends here, too. */
  #inheritEnds(state: number, back: number): void {
    for (let end = this.#firstEnd[back] ?? NOWHERE; end !== NOWHERE; end = this.#ends[end]?.then ?? NOWHERE) {
      const inherited = this.#ends[end];
      if (inherited) this.#end(state, inherited.needle);
    }
  }
}
