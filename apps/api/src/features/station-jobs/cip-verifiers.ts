// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { keyedMac } from '@sportello/seal';
import { Keys } from '../../platform/keys/keys';
import { type Overloaded, SlowHash } from '../../platform/passwords/slow-hash';

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
    const mac = keyedMac({ key: this.keys.cip, label: 'cip', parts: [idCarta, cip] });
    return this.slowHash.hash(Buffer.from(mac).toString('base64url'));
  }
}
