// SPDX-License-Identifier: AGPL-3.0-or-later
import { hash } from 'node:crypto';

/**
 * The Merkle tree of a block, as RFC 6962 §2.1 builds it: leaves and nodes are hashed under different first bytes, so that no row can pass for a node, and the left
 * side of a tree of n leaves is the largest power of two below n. Hashes are 32 bytes (SHA-256).
 */
export type Hash = Buffer;

export const HASH_BYTES = 32;

export const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

/** The hash of one row, over its bytes as they stand in the export. */
export const leafHash = (row: Uint8Array): Hash => sha256(Buffer.concat([Buffer.of(LEAF_PREFIX), row]));

/** Written over for each node: a log has as many nodes as rows. */
const node = Buffer.alloc(1 + 2 * HASH_BYTES);
node[0] = NODE_PREFIX;

const nodeHash = (left: Hash, right: Hash): Hash => {
  left.copy(node, 1);
  right.copy(node, 1 + HASH_BYTES);
  return sha256(node);
};

/** @throws RangeError for no leaves: a block has one row at least. */
export const merkleRoot = (leaves: readonly Hash[]): Hash => {
  if (leaves.length === 0) throw new RangeError('a tree has one leaf at least');
  // Level by level, an odd last one carried up unhashed: the same tree as the recursion of §2.1, without its slices.
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  return level[0] as Hash;
};

const levelAbove = (level: readonly Hash[]): Hash[] => {
  const above: Hash[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index] as Hash, level[index + 1]];
    above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
};

/**
 * The hashes that lead from one leaf to the root, from the leaf upwards (RFC 6962 §2.1.1).
 *
 * @throws RangeError when there is no such leaf.
 */
export const inclusionPath = (leaves: readonly Hash[], index: number): Hash[] => {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  const path: Hash[] = [];
  let [level, at] = [leaves, index];
  while (level.length > 1) {
    const sibling = level[at % 2 === 0 ? at + 1 : at - 1];
    if (sibling !== undefined) path.push(sibling);
    [level, at] = [levelAbove(level), Math.floor(at / 2)];
  }
  return path;
};

/** The root that leaf `index` of `size` has by this path, or nothing when the path has not the length that such a leaf has. */
export const rootOfPath = (leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | undefined => {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return undefined;
  let [root, at, last, used] = [leaf, index, size - 1, 0];
  while (last > 0) {
    const hasSibling = at % 2 === 1 || at < last;
    if (hasSibling) {
      const sibling = path[used];
      if (sibling?.length !== HASH_BYTES) return undefined;
      used += 1;
      root = at % 2 === 1 ? nodeHash(sibling, root) : nodeHash(root, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return used === path.length ? root : undefined;
};

export const sha256 = (bytes: Uint8Array): Hash => hash('sha256', bytes, 'buffer');
