// SPDX-License-Identifier: AGPL-3.0-or-later
import { createCipheriv, createDecipheriv, createECDH, createHash, createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJsonBytes, type JsonValue } from '../canonical-json/canonical-json';
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url';
import { thumbprint, writePrivateKey, writePublicKey } from '../keys/p256-keys';
import { generateSealingKeyPair, open, seal } from './seal';

/*
 * RFC 9180 written a second time, straight from its text and on Node's own primitives. It reproduces the RFC's vector for this suite, and then has to
 * understand what the library seals, and the library what it seals.
 */
const kemSuite = Buffer.from('4b454d0010', 'hex');
const hpkeSuite = Buffer.from('48504b45001000010002', 'hex');
const nothing = Buffer.alloc(0);

const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer => parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
const labeledExtract = (suite: Buffer, salt: Buffer, label: string, ikm: Uint8Array): Buffer => hmac(salt, Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm);
const labeledExpand = (suite: Buffer, prk: Buffer, label: string, info: Uint8Array, length: number): Buffer => {
  // One block of HKDF-Expand (RFC 5869 §2.3) is all that this suite ever asks for.
  expect(length).toBeLessThanOrEqual(32);
  return hmac(prk, Buffer.of(0, length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info, Buffer.of(1)).subarray(0, length);
};

const keyPairOf = (privateKey: Uint8Array) => {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  return ecdh;
};

/** RFC 9180 §7.1.3; the first candidate always serves but once in 2^32. */
const deriveKeyPair = (ikm: Uint8Array) =>
  keyPairOf(labeledExpand(kemSuite, labeledExtract(kemSuite, nothing, 'dkp_prk', ikm), 'candidate', Buffer.of(0), 32));

const sharedSecret = (dh: Buffer, enc: Uint8Array, recipient: Uint8Array): Buffer =>
  labeledExpand(kemSuite, labeledExtract(kemSuite, nothing, 'eae_prk', dh), 'shared_secret', Buffer.concat([enc, recipient]), 32);

const keySchedule = (secret: Buffer, info: Uint8Array): { readonly key: Buffer; readonly baseNonce: Buffer } => {
  const context = Buffer.concat([Buffer.of(0), labeledExtract(hpkeSuite, nothing, 'psk_id_hash', nothing), labeledExtract(hpkeSuite, nothing, 'info_hash', info)]);
  const prk = labeledExtract(hpkeSuite, secret, 'secret', nothing);
  return { key: labeledExpand(hpkeSuite, prk, 'key', context, 32), baseNonce: labeledExpand(hpkeSuite, prk, 'base_nonce', context, 12) };
};

const encrypt = ({ key, baseNonce }: ReturnType<typeof keySchedule>, sequence: number, plaintext: Uint8Array, aad: Uint8Array = nothing): Buffer => {
  const nonce = Buffer.from(baseNonce);
  nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ sequence) >>> 0, 8);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
};

const decrypt = ({ key, baseNonce }: ReturnType<typeof keySchedule>, ct: Buffer): Buffer => {
  const cipher = createDecipheriv('aes-256-gcm', key, baseNonce).setAuthTag(ct.subarray(-16));
  return Buffer.concat([cipher.update(ct.subarray(0, -16)), cipher.final()]);
};

describe('the suite, written a second time', () => {
  const hex = (text: string): Buffer => Buffer.from(text, 'hex');
  // The vector of mode 0, kem 16, kdf 1, aead 2 in RFC 9180's test-vectors.json.
  const info = hex('4f6465206f6e2061204772656369616e2055726e');
  const ephemeral = deriveKeyPair(hex('a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c'));
  const recipient = deriveKeyPair(hex('a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3'));
  const enc =
    '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0';

  it('has the key pairs of the vector', () => {
    expect(recipient.getPrivateKey('hex')).toBe('317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2');
    expect(ephemeral.getPublicKey('hex')).toBe(enc);
  });

  it('has the ciphertexts of the vector: a SHAKE128 over a thousand of them, of inputs drawn from another SHAKE128', () => {
    const schedule = keySchedule(sharedSecret(ephemeral.computeSecret(recipient.getPublicKey()), hex(enc), recipient.getPublicKey()), info);
    const source = createHash('shake128', { outputLength: 1000 * 2 * 256 }).digest();
    let at = 0;
    const draw = (): Buffer => {
      const length = source.readUInt8(at);
      at += 1 + length;
      return source.subarray(at - length, at);
    };
    const sink = createHash('shake128', { outputLength: 16 });
    for (let sequence = 0; sequence < 1000; sequence += 1) {
      const aad = draw();
      sink.update(encrypt(schedule, sequence, draw(), aad));
    }
    expect(sink.digest('hex')).toBe('8d3263541fc1695b6e88ff3a1208577c');
  });
});

describe('the library and the second writing', () => {
  const asLibraryKeys = (ecdh: ReturnType<typeof keyPairOf>) => {
    const point = ecdh.getPublicKey();
    const jwk = { kty: 'EC', crv: 'P-256', x: point.toString('base64url', 1, 33), y: point.toString('base64url', 33), d: ecdh.getPrivateKey('base64url') };
    const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
    return { publicKey: writePublicKey(createPublicKey(privateKey)), privateKey: writePrivateKey(privateKey) };
  };
  const info: JsonValue = { case: 'a', sheet: '000123' };
  const bytes = fc.uint8Array({ maxLength: 200 });

  it('open each other: sealed there, opened here', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.uint8Array({ minLength: 32, maxLength: 32 }), async (plaintext, seed) => {
        const [recipient, ephemeral] = [deriveKeyPair(Buffer.concat([seed, Buffer.of(1)])), deriveKeyPair(Buffer.concat([seed, Buffer.of(2)]))];
        const enc = ephemeral.getPublicKey();
        const schedule = keySchedule(sharedSecret(ephemeral.computeSecret(recipient.getPublicKey()), enc, recipient.getPublicKey()), canonicalJsonBytes(info));
        const keys = asLibraryKeys(recipient);
        const blob = { v: 1, kid: thumbprint(keys.publicKey), enc: encodeBase64Url(enc), ct: encodeBase64Url(encrypt(schedule, 0, plaintext)) };
        expect(await open({ recipientPrivateKey: keys.privateKey, info, blob })).toEqual(plaintext);
      }),
      { numRuns: 20 },
    );
  });

  it('open each other: sealed here, opened there', async () => {
    const { publicKey, privateKey } = await generateSealingKeyPair();
    const d = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }).d ?? '';
    const recipient = keyPairOf(Buffer.from(d, 'base64url'));
    await fc.assert(
      fc.asyncProperty(bytes, async (plaintext) => {
        const blob = await seal({ recipientPublicKey: publicKey, info, plaintext });
        const enc = Buffer.from(decodeBase64Url(blob.enc) ?? nothing);
        const schedule = keySchedule(sharedSecret(recipient.computeSecret(enc), enc, recipient.getPublicKey()), canonicalJsonBytes(info));
        expect(new Uint8Array(decrypt(schedule, Buffer.from(blob.ct, 'base64url')))).toEqual(plaintext);
      }),
      { numRuns: 20 },
    );
  });
});
