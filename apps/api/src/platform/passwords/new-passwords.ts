// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, judgePassword, normalisedPassword, refuse } from '@sportello/domain';
import type { Refusal } from '../problems/refusal';
import { BreachedPasswords } from './breached-passwords';
import { SlowHash } from './slow-hash';

/** Whose password it will be. */
export interface PasswordOwner {
  readonly username: string;
  readonly displayName: string;
}

/** Where passwords begin: wherever somebody chooses one, the same rules judge it. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly breached: BreachedPasswords,
    private readonly slowHash: SlowHash,
  ) {}

  /** The hash to be kept. It takes a quarter of a second: no transaction may be open meanwhile. */
  async hashOf(password: string, { username, displayName }: PasswordOwner): Promise<Outcome<string, Refusal>> {
    const judged = judgePassword(password, { username, displayName, isBreached: await this.breached.has(password) });
    if (!judged.ok) return judged;
    const hash = await this.slowHash.hash(normalisedPassword(password));
    return typeof hash === 'string' ? accept(hash) : refuse(hash);
  }
}
