// SPDX-License-Identifier: AGPL-3.0-or-later
import { constants, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { issueSample } from '../../testing/sample-card';
import { verifyChipSignature } from './verify-chip-signature';
import type { Issuance } from '../../testing/sample-card';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const statement = Uint8Array.from(Buffer.from('the statement'));

function signed(hash = 'sha256', padding = constants.RSA_PKCS1_PADDING): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(issuance.issued.privateKeyDer), format: 'der', type: 'pkcs8' });
  return sign(hash, statement, { key, padding });
}

describe('a signature of the chip', () => {
  it('is valid over the statement, with SHA-256 and PKCS#1 v1.5', () => {
    expect(verifyChipSignature({ certificateDer: issuance.issued.certificateDer, statement, signature: signed() })).toBe(true);
  });

  it.each([
    ['over another statement', () => ({ statement: Uint8Array.of(1) })],
    ['with another hash', () => ({ signature: signed('sha1') })],
    ['with another padding', () => ({ signature: signed('sha256', constants.RSA_PKCS1_PSS_PADDING) })],
    ['by another key', () => ({ certificateDer: issuance.ca.certificateDer })],
    ['of no bytes', () => ({ signature: new Uint8Array() })],
    ['under no certificate', () => ({ certificateDer: generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }) })],
  ])('is invalid %s', (_case, change) => {
    expect(verifyChipSignature({ certificateDer: issuance.issued.certificateDer, statement, signature: signed(), ...change() })).toBe(false);
  });
});
