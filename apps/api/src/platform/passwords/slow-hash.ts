// SPDX-License-Identifier: AGPL-3.0-or-later
import { compare, getRounds, hash } from 'bcrypt';
import { Bounded } from './bounded';

/** The cost at which a hash takes a quarter of a second. */
export const BCRYPT_COST = 12;

/** bcrypt shares Node's four threads with the file system: two passwords and one CIP at once leave it one. */
const AT_ONCE = 2;
const MOST_WAITING = 40;

/** bcrypt reads 72 bytes and ignores the rest: more is refused before it comes here. */
export const LONGEST_SECRET_BYTES = 72;

/** Salt and digest of bytes that nobody kept. */
const NOBODYS = 'SVRYWk8oM9z4z3foeAeVUOIXFO4MS4oI.5WLAUzol6GQvjqUgGAnS';

export type Overloaded = { readonly kind: 'overloaded' };

/** Hashes that are slow on purpose (passwords, CIPs), a few at a time. */
export class SlowHash {
  private readonly bounded: Bounded;

  constructor(
    private readonly cost: number = BCRYPT_COST,
    atOnce: number = AT_ONCE,
  ) {
    this.bounded = new Bounded(atOnce, MOST_WAITING);
  }

  /** The same hash with a queue of its own, one at a time: whoever fills the other one does not stop this. */
  apart(): SlowHash {
    return new SlowHash(this.cost, 1);
  }

  /** A hash that nothing matches, as dear as those that are made now: what is not there takes as long as what is. */
  nobodys(): string {
    return `$2b$${String(this.cost).padStart(2, '0')}$${NOBODYS}`;
  }

  async hash(secret: string): Promise<string | Overloaded> {
    return (await this.bounded.run(() => hash(secret, this.cost))) ?? { kind: 'overloaded' };
  }

  /** A dearer hash of the same secret, when this one was made at a lower cost; nothing when it is dear enough, or while many wait: the next time will do. */
  async renewed(secret: string, hashed: string): Promise<string | undefined> {
    if (getRounds(hashed) >= this.cost) return undefined;
    const renewed = await this.hash(secret);
    return typeof renewed === 'string' ? renewed : undefined;
  }

  async matches(secret: string, hashed: string): Promise<boolean | Overloaded> {
    return (await this.bounded.run(() => compare(secret, hashed))) ?? { kind: 'overloaded' };
  }
}
