// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateSealingKeyPair } from '@sportello/seal';
import { rehearseOpening } from './rehearse-opening';

const mockOpenings: unknown[] = [];
jest.mock('@sportello/seal', () => {
  const real = jest.requireActual<typeof import('@sportello/seal')>('@sportello/seal');
  return {
    ...real,
    open: async (request: Parameters<typeof real.open>[0]) => {
      const opened = await real.open(request);
      mockOpenings.push(opened);
      return opened;
    },
  };
});

describe('the rehearsal of an opening', () => {
  it('goes all the way, with the station\'s own keys and nothing in the blob', async () => {
    const { publicKey, privateKey } = await generateSealingKeyPair();
    await rehearseOpening({ sealingKey: publicKey, sealingPrivateKey: privateKey });
    expect(mockOpenings.length).toBeGreaterThan(1);
    for (const opened of mockOpenings) expect(opened).toEqual(new Uint8Array());
  });
});
