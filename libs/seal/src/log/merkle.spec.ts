// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Hash, inclusionPath, leafHash, merkleRoot, rootOfPath } from './merkle';

/** RFC 6962 §2.1, word for word: the judge of the quick one. */
const byTheBook = (leaves: readonly Hash[]): Hash => {
  if (leaves.length === 1) return leaves[0] as Hash;
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return createHash('sha256').update(Buffer.of(1)).update(byTheBook(leaves.slice(0, left))).update(byTheBook(leaves.slice(left))).digest();
};
const leavesOf = (size: number): Hash[] => Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`row ${index}`)));

describe('the tree of a block', () => {
  it('is the one of RFC 6962, for every size', () => {
    for (let size = 1; size <= 70; size += 1) expect(merkleRoot(leavesOf(size))).toEqual(byTheBook(leavesOf(size)));
  });

  it('has the root that Certificate Transparency publishes for its first test vector of two leaves', () => {
    // The empty leaf and the leaf 00, of the reference test data of RFC 6962's log.
    const root = merkleRoot([leafHash(Buffer.alloc(0)), leafHash(Buffer.of(0))]);
    expect(root.toString('hex')).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
  });

  it('leads from each leaf to its root, and from no other leaf, place or size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), (size, seed, other) => {
        const leaves = leavesOf(size);
        const index = seed % size;
        const path = inclusionPath(leaves, index);
        const root = merkleRoot(leaves);
        const leaf = leaves[index] as Hash;
        expect(rootOfPath(leaf, index, size, path)).toEqual(root);
        expect(rootOfPath(leafHash(Buffer.from('another')), index, size, path)).not.toEqual(root);
        const place = other % size;
        if (place !== index) expect(rootOfPath(leaf, place, size, path)).not.toEqual(root);
        expect(rootOfPath(leaf, index, size, [...path, root])).toBeUndefined();
        if (path.length > 0) expect(rootOfPath(leaf, index, size, path.slice(1))).toBeUndefined();
      }),
    );
  });

  it('has no root without a leaf, and no path to a leaf that is not there', () => {
    expect(() => merkleRoot([])).toThrow(RangeError);
    expect(() => inclusionPath(leavesOf(2), 2)).toThrow(RangeError);
    expect(rootOfPath(leafHash(Buffer.of(1)), 0, 0, [])).toBeUndefined();
  });
});
