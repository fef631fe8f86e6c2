// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { generateP256KeyPair, isPublicKey, publicJwkOf, publicKeyOf, publicKeyOfJwk, readPrivateKey, thumbprint, writePrivateKey } from './p256-keys';

describe('a P-256 key pair', () => {
  it('has a public key that follows from the private one', async () => {
    const { publicKey, privateKey } = await generateP256KeyPair();
    expect(publicKeyOf(privateKey)).toBe(publicKey);
    expect(publicKeyOfJwk(publicJwkOf(publicKey))).toBe(publicKey);
  });

  it('is named by the thumbprint of RFC 7638', () => {
    // The key of RFC 7517 appendix A.1; its members in the order of RFC 7638 §3.2, hashed by hand.
    const jwk = { kty: 'EC', crv: 'P-256', x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4', y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM' } as const;
    const expected = createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${jwk.x}","y":"${jwk.y}"}`).digest('base64url');
    expect(thumbprint(publicKeyOfJwk(jwk) ?? '')).toBe(expected);
  });

  it('is not read from another curve, another kind of key, or noise', async () => {
    const { publicKey, privateKey } = await generateP256KeyPair();
    const p384 = writePrivateKey(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey);
    const ed25519 = writePrivateKey(generateKeyPairSync('ed25519').privateKey);
    for (const text of [p384, ed25519, publicKey, '', 'AAAA', 'nonsense!']) expect(readPrivateKey(text)).toBeUndefined();
    for (const text of [privateKey, '', 'AAAA', `${publicKey}=`]) expect(isPublicKey(text)).toBe(false);
    expect(() => thumbprint('AAAA')).toThrow('not a P-256 public key');
  });

  it('has no public key outside the curve', async () => {
    const point = Buffer.from((await generateP256KeyPair()).publicKey, 'base64url');
    point.writeUInt8(point.readUInt8(64) ^ 1, 64);
    expect(isPublicKey(point.toString('base64url'))).toBe(false);
    const jwk = { kty: 'EC', crv: 'P-256', x: point.toString('base64url', 1, 33), y: point.toString('base64url', 33) } as const;
    expect(publicKeyOfJwk(jwk)).toBeUndefined();
    expect(publicKeyOfJwk({ ...jwk, x: '', y: '' })).toBeUndefined();
  });

  it('has a private key that other programs read', async () => {
    const { privateKey } = await generateP256KeyPair();
    const read = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
    expect(read.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });
});
