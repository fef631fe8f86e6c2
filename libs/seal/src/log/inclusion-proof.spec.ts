// SPDX-License-Identifier: AGPL-3.0-or-later
import { newLogKey, sampleRow } from '../testing';
import { sealBlock } from './block';
import { rowBytes } from './export-lines';
import { checkProof, proofText } from './inclusion-proof';
import { leafHash } from './merkle';

const block = (size: number) => {
  const key = newLogKey();
  const rows = Array.from({ length: size }, (_, index) => rowBytes(sampleRow(index + 1).row));
  const leaves = rows.map(leafHash);
  const sealed = sealBlock({ installation: '01939f2c-0000-7000-8000-000000000001', log: 'acts', previous: null, leaves, sealedAt: '2026-11-24T10:00:01.000Z' }, key);
  return { key, proofOf: (index: number) => proofText({ row: rows[index] as Uint8Array, index, leaves, block: sealed }) };
};

describe('the proof that a row is in the log', () => {
  it('holds for each row of a block, by the key that sealed it and no other', () => {
    for (const size of [1, 2, 3, 8, 13]) {
      const { key, proofOf } = block(size);
      for (let index = 0; index < size; index += 1) {
        expect(checkProof(proofOf(index), key.publicKey)).toMatchObject({ kind: 'proven', row: { id: `row-${index + 1}` }, header: { number: 1, rows: size } });
        expect(checkProof(proofOf(index), newLogKey().publicKey)).toEqual({ kind: 'not-proven' });
      }
    }
  });

  it('fits a QR code that a phone reads, from a block of a thousand rows too', () => {
    const [alone, ofThousand] = [block(1).proofOf(0).length, block(1000).proofOf(999).length];
    expect(alone).toBeLessThan(700);
    expect(ofThousand).toBeLessThan(1_200);
  });

  it('does not hold with any character changed', () => {
    const { key, proofOf } = block(5);
    const proof = proofOf(2);
    for (let at = 0; at < proof.length; at += 7) {
      const changed = `${proof.slice(0, at)}${proof[at] === 'A' ? 'B' : 'A'}${proof.slice(at + 1)}`;
      expect(checkProof(changed, key.publicKey).kind).not.toBe('proven');
    }
  });

  it.each(['', 'TSCNS1:', 'TSCNS1:not base45', 'https://example.it', 'TSCNS1:AAA'])('is not %j', (text) => {
    expect(checkProof(text, newLogKey().publicKey)).toEqual({ kind: 'not-a-proof' });
  });
});
