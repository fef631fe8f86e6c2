// SPDX-License-Identifier: AGPL-3.0-or-later
import { hash } from 'node:crypto';
import { canonicalJson } from '../canonical-json/canonical-json';
import { encodeBase64Url } from '../encoding/base64url';
import { isSignedByLogKey, type LogKey } from './log-key';
import { type Hash, merkleRoot } from './merkle';

export const BLOCK_VERSION = 1;

/** What a block says of itself: all of it is hashed and signed. Hashes are base64url. */
export type BlockHeader = {
  readonly version: typeof BLOCK_VERSION;
  /** Which log of which installation: two logs are two chains, and a block never moves from one to the other. */
  readonly installation: string;
  readonly log: string;
  /** From 1, without a gap. */
  readonly number: number;
  /** The hash of the block before; of the first one, `NO_BLOCK`. */
  readonly previous: string;
  /** How many rows the log had before this block. */
  readonly firstRow: number;
  readonly rows: number;
  readonly root: string;
  /** When it was sealed, by the sealer's clock: told, and never relied upon. */
  readonly sealedAt: string;
  readonly keyId: string;
  /** The public key that seals from the next block on; null: this one still does. So one key hands over to the next, and nobody else does. */
  readonly nextKey: string | null;
};

export type SignedBlock = { readonly header: BlockHeader; readonly signature: string };

/** The end of a log: who holds it elsewhere can tell that nothing up to here was cut off or written anew. */
export type Head = { readonly installation: string; readonly log: string; readonly number: number; readonly hash: string; readonly rows: number };

export const NO_BLOCK = encodeBase64Url(Buffer.alloc(32));

const PURPOSE = 'sportello-block-v1\0';

/** What is said of a block beside what follows from the one before it. */
export interface BlockToSeal {
  readonly installation: string;
  readonly log: string;
  /** The newest block's header; null: this is the first one. */
  readonly previous: BlockHeader | null;
  /** The hashes of the rows, in their order. */
  readonly leaves: readonly Hash[];
  readonly sealedAt: string;
  readonly nextKey?: string | null;
}

/** The next block, signed. */
export const sealBlock = ({ installation, log, previous, leaves, sealedAt, nextKey = null }: BlockToSeal, key: LogKey): SignedBlock => {
  const header: BlockHeader = {
    version: BLOCK_VERSION,
    installation,
    log,
    number: (previous?.number ?? 0) + 1,
    previous: previous === null ? NO_BLOCK : blockHash(previous),
    firstRow: previous === null ? 0 : previous.firstRow + previous.rows,
    rows: leaves.length,
    root: encodeBase64Url(merkleRoot(leaves)),
    sealedAt,
    keyId: key.keyId,
    nextKey,
  };
  return { header, signature: key.sign(signedBytes(header)) };
};

/** SHA-256 of the header's canonical JSON, base64url: the name under which heads, stamps and the next block know it. */
export const blockHash = (header: BlockHeader): string => hash('sha256', canonicalJson(header), 'base64url');

export const isBlockSignedBy = ({ header, signature }: SignedBlock, publicKey: string): boolean => isSignedByLogKey(signedBytes(header), signature, publicKey);

export const headOf = (header: BlockHeader): Head => ({ installation: header.installation, log: header.log, number: header.number, hash: blockHash(header), rows: header.firstRow + header.rows });

const signedBytes = (header: BlockHeader): Uint8Array => Buffer.from(`${PURPOSE}${canonicalJson(header)}`, 'utf8');
