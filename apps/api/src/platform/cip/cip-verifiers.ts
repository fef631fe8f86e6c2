// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { Keys } from '../keys/keys';
import { type Overloaded, SlowHash } from '../passwords/slow-hash';
import { cipSecret } from './cip-secret';

/** What the API keeps of a CIP: bcrypt over an HMAC of ID_Carta and CIP, whose key is not in the database. */
@Injectable()
export class CipVerifiers {
  private readonly slowHash: SlowHash;

  constructor(
    private readonly keys: Keys,
    slowHash: SlowHash,
  ) {
    // A flood of sign-ins must not stop activations.
    this.slowHash = slowHash.apart();
  }

  of(idCarta: string, cip: string): Promise<string | Overloaded> {
    return this.slowHash.hash(cipSecret(this.keys, idCarta, cip));
  }
}
