// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, randomUUIDv7 } from 'node:crypto';

/** Chance, as a port. */
export abstract class Randomness {
  /** Cryptographically strong bytes. */
  abstract bytes(length: number): Uint8Array;

  /** A new id: uuid v7 (RFC 9562 §5.7), so that rows made together lie together. */
  abstract id(): string;
}

export class SystemRandomness extends Randomness {
  override bytes(length: number): Uint8Array {
    return Uint8Array.from(randomBytes(length));
  }

  override id(): string {
    return randomUUIDv7();
  }
}
