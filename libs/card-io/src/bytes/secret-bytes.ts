// SPDX-License-Identifier: AGPL-3.0-or-later
import { timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/**
 * A PIN, a PUK or another secret, as bytes that can be wiped. It cannot be printed, logged or serialised by mistake; whoever made it wipes it in a `finally`.
 */
export class SecretBytes {
  #bytes: Uint8Array;
  #isWiped = false;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Takes the array over: the secret owns it from here on, and wiping the secret wipes the caller's array. */
  static own(bytes: Uint8Array): SecretBytes {
    return new SecretBytes(bytes);
  }

  /** For text that is a string already (a manufacturer's code, a test): the string itself cannot be wiped. */
  static fromAscii(text: string): SecretBytes {
    return new SecretBytes(Uint8Array.from(Buffer.from(text, 'ascii')));
  }

  get length(): number {
    return this.#bytes.length;
  }

  get isWiped(): boolean {
    return this.#isWiped;
  }

  /** Lends the bytes for the length of one call. What is copied out of them has to be wiped by the copier. A wiped secret throws: using it is a bug. */
  use<T>(borrow: (bytes: Uint8Array) => T): T {
    if (this.#isWiped) throw new Error('a wiped secret was used');
    return borrow(this.#bytes);
  }

  /** A second secret with the same bytes and its own life. */
  clone(): SecretBytes {
    return this.use((bytes) => new SecretBytes(Uint8Array.from(bytes)));
  }

  /** Compares in a time that does not depend on the bytes (the length is not a secret). */
  equals(other: SecretBytes): boolean {
    return this.use((mine) => other.use((theirs) => mine.length === theirs.length && timingSafeEqual(mine, theirs)));
  }

  wipe(): void {
    this.#bytes.fill(0);
    this.#isWiped = true;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
