// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import type { JsonValue } from '../canonical-json/canonical-json';
import { writePublicKey } from '../keys/p256-keys';
import { generateSigningKeyPair, signBytes, verifyBytes } from './sign-bytes';
import { signDocument, verifyDocument } from './sign-document';
import { signingKeyOf } from './signing-key';

describe('a signature over bytes', () => {
  it('holds under its key and over its bytes, and nothing else', async () => {
    const [own, other] = [await generateSigningKeyPair(), await generateSigningKeyPair()];
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (bytes, others) => {
        const signature = signBytes(bytes, own.privateKey);
        expect(verifyBytes(bytes, signature, own.publicKey)).toBe(true);
        expect(verifyBytes(others, signature, own.publicKey)).toBe(Buffer.from(bytes).equals(others));
        expect(verifyBytes(bytes, signature, other.publicKey)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('is 64 bytes of r and s, as the signature of RFC 9421 B.2.4 is', () => {
    // The key test-key-ecc-p256 of RFC 9421 B.1.3 and the response of B.2.4: made by somebody else, verified here.
    const spki = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lfw0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==';
    const publicKey = writePublicKey(createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' }));
    const base = [
      '"@status": 200',
      '"content-type": application/json',
      '"content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
      '"content-length": 23',
      '"@signature-params": ("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    ].join('\n');
    const signature = Buffer.from('wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==', 'base64').toString('base64url');
    expect(verifyBytes(Buffer.from(base), signature, publicKey)).toBe(true);
    expect(verifyBytes(Buffer.from(`${base} `), signature, publicKey)).toBe(false);
  });

  it.each(['', 'AAAA', 'not base64url!', 'A'.repeat(86)])('does not hold when it reads %j', async (signature) => {
    const { publicKey } = await generateSigningKeyPair();
    expect(verifyBytes(Uint8Array.of(1), signature, publicKey)).toBe(false);
  });

  it('does not hold under what is no key', async () => {
    const { privateKey } = await generateSigningKeyPair();
    expect(verifyBytes(Uint8Array.of(1), signBytes(Uint8Array.of(1), privateKey), 'AAAA')).toBe(false);
    expect(() => signBytes(Uint8Array.of(1), 'AAAA')).toThrow('not a P-256 private key');
  });
});

describe('a signed document', () => {
  const job: JsonValue = { type: 'print-form', jobId: '01', copies: 2 };

  it('holds for the same document, however its properties are ordered', async () => {
    const key = signingKeyOf((await generateSigningKeyPair()).privateKey);
    const signature = await signDocument(job, { purpose: 'job', key });
    const { publicKey } = key;
    expect(verifyDocument({ copies: 2, jobId: '01', type: 'print-form' }, signature, { purpose: 'job', publicKey })).toBe(true);
    expect(verifyDocument({ ...job, copies: 3 }, signature, { purpose: 'job', publicKey })).toBe(false);
  });

  it('holds for its purpose only', async () => {
    const key = signingKeyOf((await generateSigningKeyPair()).privateKey);
    const signature = await signDocument(job, { purpose: 'job', key });
    expect(verifyDocument(job, signature, { purpose: 'intent', publicKey: key.publicKey })).toBe(false);
    expect(verifyBytes(Buffer.from(JSON.stringify(job)), signature, key.publicKey)).toBe(false);
  });
});

it('a signing key shows its name and its public half, and no private one', async () => {
  const { publicKey, privateKey } = await generateSigningKeyPair();
  const key = signingKeyOf(privateKey);
  expect(key.publicKey).toBe(publicKey);
  expect(JSON.stringify(key)).not.toContain(privateKey);
});
