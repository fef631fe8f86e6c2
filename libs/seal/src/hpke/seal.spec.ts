// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { generateSealingKeyPair, open, seal } from './seal';

const info = { case: '01', intent: '02', idCarta: '1234567890123456', sheet: '000123', station: '03', recipient: 'station' };
const plaintext = Uint8Array.of(5, 4, 0, 7, 1, 8);

const sealed = async () => {
  const keys = await generateSealingKeyPair();
  const blob = await seal({ recipientPublicKey: keys.publicKey, info, plaintext });
  return { keys, blob, open: (change: { readonly info?: typeof info; readonly blob?: unknown }) => open({ recipientPrivateKey: keys.privateKey, info, blob, ...change }) };
};

describe('a sealed blob', () => {
  it('is opened by the recipient with the same info, in whatever order its properties stand', async () => {
    const { open: opened } = await sealed();
    const reordered = Object.fromEntries(Object.entries(info).toReversed()) as typeof info;
    expect(await opened({ info: reordered })).toEqual(plaintext);
  });

  it.each(Object.keys(info) as (keyof typeof info)[])('does not open for another %s', async (property) => {
    const { open: opened } = await sealed();
    expect(await opened({ info: { ...info, [property]: 'another' } })).toEqual({ kind: 'altered' });
  });

  it('says whose it is to another key, and does not open even when it claims to be for that key', async () => {
    const { blob } = await sealed();
    const other = await sealed();
    expect(await other.open({ blob })).toEqual({ kind: 'wrong-key', kid: blob.kid });
    expect(await other.open({ blob: { ...blob, kid: other.blob.kid } })).toEqual({ kind: 'altered' });
  });

  it('is never the same twice', async () => {
    const { keys, blob } = await sealed();
    const again = await seal({ recipientPublicKey: keys.publicKey, info, plaintext });
    expect(again.kid).toBe(blob.kid);
    expect(again.enc).not.toBe(blob.enc);
    expect(again.ct).not.toBe(blob.ct);
  });

  it('does not open when any bit of it changed', async () => {
    const { blob, open: opened } = await sealed();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('enc' as const, 'ct' as const), fc.nat(), fc.integer({ min: 0, max: 7 }), async (part, position, bit) => {
        const bytes = Buffer.from(blob[part], 'base64url');
        const at = position % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        expect(await opened({ blob: { ...blob, [part]: bytes.toString('base64url') } })).toEqual({ kind: 'altered' });
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'blob'],
    ['another version', { v: 2 }],
    ['an enc cut short', { enc: 'AAAA' }],
    ['a ct shorter than its tag', { ct: 'AAAA' }],
    ['a padded ct', { ct: 'AAAAAAAAAAAAAAAAAAAAAA==' }],
    ['a kid that is no text', { kid: 1 }],
  ])('is not read from %s', async (_, change) => {
    const { blob, open: opened } = await sealed();
    const notBlob = typeof change === 'object' && change !== null ? { ...blob, ...change } : change;
    expect(await open({ recipientPrivateKey: (await sealed()).keys.privateKey, info, blob: notBlob })).toEqual({ kind: 'bad-format' });
    expect(await opened({})).toEqual(plaintext);
  });

  it('is not made for what is no public key, nor opened with what is no private key', async () => {
    const { keys, blob } = await sealed();
    await expect(seal({ recipientPublicKey: keys.privateKey, info, plaintext })).rejects.toThrow(TypeError);
    await expect(seal({ recipientPublicKey: `${keys.publicKey.slice(0, -2)}AA`, info, plaintext })).rejects.toThrow('not a P-256 public key');
    await expect(open({ recipientPrivateKey: keys.publicKey, info, blob })).rejects.toThrow('not a P-256 private key');
  });
});
