// SPDX-License-Identifier: AGPL-3.0-or-later

export interface BackOffLimits {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Waiting times that double from one failure to the next. */
export class BackOff {
  readonly #limits: BackOffLimits;
  #nextMs: number;

  constructor(limits: BackOffLimits) {
    this.#limits = limits;
    this.#nextMs = limits.firstMs;
  }

  /** How long to wait this time. */
  next(): number {
    const now = this.#nextMs;
    this.#nextMs = Math.min(now * 2, this.#limits.longestMs);
    return now;
  }

  /** After a success. */
  reset(): void {
    this.#nextMs = this.#limits.firstMs;
  }
}
