// SPDX-License-Identifier: AGPL-3.0-or-later
import { open, seal } from '@sportello/seal';

export interface RehearsedKeys {
  readonly sealingKey: string;
  readonly sealingPrivateKey: string;
}

const info = { purpose: 'sportello-rehearsal-v1' };
/** The first opening takes several times as long as the later ones, and the fifth not much longer than the tenth. */
const rounds = 5;

/** Seals nothing to this station and opens it again, so that the first opening of real codes, while the citizen waits, is not the first one of the process. */
export async function rehearseOpening({ sealingKey, sealingPrivateKey }: RehearsedKeys): Promise<void> {
  const blob = await seal({ recipientPublicKey: sealingKey, info, plaintext: new Uint8Array() });
  for (let round = 0; round < rounds; round += 1) {
    // Two at a time, as a write opens them.
    await Promise.all([open({ recipientPrivateKey: sealingPrivateKey, info, blob }), open({ recipientPrivateKey: sealingPrivateKey, info, blob })]);
  }
}
