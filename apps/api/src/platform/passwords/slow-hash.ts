// SPDX-License-Identifier: AGPL-3.0-or-later
import { compare, hash } from 'bcrypt';
import { Bounded } from './bounded';

/** The cost at which a hash takes a quarter of a second. */
export const BCRYPT_COST = 12;

/** bcrypt shares Node's thread pool with the file system: two at once leave room for the others. */
const AT_ONCE = 2;
const MOST_WAITING = 40;

/** bcrypt reads 72 bytes and ignores the rest: more is refused before it comes here. */
export const LONGEST_SECRET_BYTES = 72;

export type Overloaded = { readonly kind: 'overloaded' };

/** Hashes that are slow on purpose (passwords, CIPs), a few at a time. */
export class SlowHash {
  private readonly bounded = new Bounded(AT_ONCE, MOST_WAITING);

  constructor(private readonly cost: number = BCRYPT_COST) {}

  async hash(secret: string): Promise<string | Overloaded> {
    return (await this.bounded.run(() => hash(secret, this.cost))) ?? { kind: 'overloaded' };
  }

  async matches(secret: string, hashed: string): Promise<boolean | Overloaded> {
    return (await this.bounded.run(() => compare(secret, hashed))) ?? { kind: 'overloaded' };
  }
}
