// SPDX-License-Identifier: AGPL-3.0-or-later
import { blockHash, type BlockHeader, headOf, isBlockSignedBy, NO_BLOCK, sealBlock } from './block';
import { commitmentOf } from './commitment';
import { generateLogKey, isSignedByLogKey, type LogKey, logKeyId, logKeyOf } from './log-key';
import { leafHash } from './merkle';

const newKey = (): LogKey => logKeyOf(generateLogKey()) as LogKey;
const leaves = (count: number) => Array.from({ length: count }, (_, index) => leafHash(Buffer.of(index)));
const LOG = { installation: 'i-1', log: 'acts', sealedAt: '2026-11-24T10:00:00.000Z' } as const;

describe('a block of the log', () => {
  it('follows the one before it: by number, hash and count of rows', () => {
    const key = newKey();
    const first = sealBlock({ ...LOG, previous: null, leaves: leaves(3) }, key).header;
    const second = sealBlock({ ...LOG, previous: first, leaves: leaves(2) }, key).header;
    expect(first).toMatchObject({ number: 1, previous: NO_BLOCK, firstRow: 0, rows: 3, keyId: key.keyId, nextKey: null });
    expect(second).toMatchObject({ number: 2, previous: blockHash(first), firstRow: 3, rows: 2 });
    expect(headOf(second)).toEqual({ installation: 'i-1', log: 'acts', number: 2, hash: blockHash(second), rows: 5 });
  });

  it('is signed by its key over all that it says, and by no other', () => {
    const key = newKey();
    const block = sealBlock({ ...LOG, previous: null, leaves: leaves(1), nextKey: newKey().publicKey }, key);
    expect(isBlockSignedBy(block, key.publicKey)).toBe(true);
    expect(isBlockSignedBy(block, newKey().publicKey)).toBe(false);
    const others: Partial<BlockHeader>[] = [{ installation: 'i-2' }, { log: 'access' }, { number: 2 }, { previous: 'x' }, { firstRow: 1 }, { rows: 2 }, { root: NO_BLOCK }, { sealedAt: '' }, { keyId: '' }, { nextKey: null }];
    for (const other of others) expect(isBlockSignedBy({ ...block, header: { ...block.header, ...other } }, key.publicKey)).toBe(false);
  });
});

describe('the key of the log', () => {
  it('is Ed25519: what it signs holds by the public half of 32 bytes, which names it', () => {
    const key = newKey();
    const bytes = Buffer.from('head');
    expect(Buffer.from(key.publicKey, 'base64url')).toHaveLength(32);
    expect(logKeyId(key.publicKey)).toBe(key.keyId);
    expect(isSignedByLogKey(bytes, key.sign(bytes), key.publicKey)).toBe(true);
    for (const [signature, publicKey] of [['', key.publicKey], [key.sign(bytes), 'AAAA'], [key.sign(Buffer.from('heat')), key.publicKey]] as const) expect(isSignedByLogKey(bytes, signature, publicKey)).toBe(false);
  });

  it('is nothing else: not a text, not a key of another curve', () => {
    expect(logKeyOf('not a key')).toBeUndefined();
  });
});

describe('a commitment to a personal value', () => {
  const salt = Buffer.alloc(32, 7);

  it('holds for its salt and value alone, however the value’s properties are ordered', () => {
    expect(commitmentOf(salt, { a: 1, b: 2 })).toBe(commitmentOf(salt, { b: 2, a: 1 }));
    expect(commitmentOf(salt, 'ROSSI')).not.toBe(commitmentOf(salt, 'ROSSA'));
    expect(commitmentOf(Buffer.alloc(32, 8), 'ROSSI')).not.toBe(commitmentOf(salt, 'ROSSI'));
  });

  it('takes no salt that could be tried through', () => {
    expect(() => commitmentOf(Buffer.alloc(8), 'ROSSI')).toThrow(RangeError);
  });
});
