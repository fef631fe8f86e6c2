// SPDX-License-Identifier: AGPL-3.0-or-later
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { canonicalJson, type JsonValue } from '../canonical-json/canonical-json';
import { decodeBase45, encodeBase45 } from '../encoding/base45';
import { encodeBase64Url } from '../encoding/base64url';
import { BLOCK_VERSION, type BlockHeader, isBlockSignedBy, type SignedBlock } from './block';
import { logKeyId } from './log-key';
import { type Hash, inclusionPath, leafHash, rootOfPath } from './merkle';

/**
 * That one row stands in the log, as text for a QR code: the row without its personal values, the way from its hash to the root of its block, and what else the
 * block's signature covers. Root and key's name are left out: whoever checks reckons the one and was given the key.
 */
export interface ProvenRow {
  /** The row's bytes: its canonical JSON. */
  readonly row: Uint8Array;
  /** From 0, within the block. */
  readonly index: number;
  readonly leaves: readonly Hash[];
  readonly block: SignedBlock;
}

export interface Proven {
  readonly kind: 'proven';
  readonly row: JsonValue;
  readonly header: BlockHeader;
}

export type ProofVerdict =
  | Proven
  /** The text is no proof; or it is one, and not by this key. */
  | { readonly kind: 'not-a-proof' | 'not-proven' };

/** How every proof begins. */
export const PROOF_PREFIX = 'TSCNS1:';
/** Nothing that a QR code holds inflates to more. */
const MOST_BYTES = 16_384;

export const proofText = ({ row, index, leaves, block: { header, signature } }: ProvenRow): string => {
  const { installation, log, number, previous, firstRow, rows, sealedAt, nextKey } = header;
  const path = inclusionPath(leaves, index).map(encodeBase64Url);
  const proof: JsonValue = [Buffer.from(row).toString('utf8'), index, path, installation, log, number, previous, firstRow, rows, sealedAt, nextKey, signature];
  return `${PROOF_PREFIX}${encodeBase45(deflateRawSync(canonicalJson(proof), { level: 9 }))}`;
};

/** Whether the text proves a row of the log that this key seals. */
export const checkProof = (text: string, publicKey: string): ProofVerdict => {
  const parts = partsOf(text);
  if (!parts) return { kind: 'not-a-proof' };
  const { row, index, path, signature, ...rest } = parts;
  const root = rootOfPath(leafHash(Buffer.from(row, 'utf8')), index, rest.rows, path);
  if (!root) return { kind: 'not-a-proof' };
  const header: BlockHeader = { version: BLOCK_VERSION, ...rest, root: encodeBase64Url(root), keyId: logKeyId(publicKey) };
  return isBlockSignedBy({ header, signature }, publicKey) ? { kind: 'proven', row: JSON.parse(row) as JsonValue, header } : { kind: 'not-proven' };
};

interface Parts extends Omit<BlockHeader, 'version' | 'root' | 'keyId'> {
  readonly row: string;
  readonly index: number;
  readonly path: readonly Hash[];
  readonly signature: string;
}

function partsOf(text: string): Parts | undefined {
  const bytes = text.startsWith(PROOF_PREFIX) ? decodeBase45(text.slice(PROOF_PREFIX.length)) : undefined;
  const said = bytes && inflated(bytes);
  if (!Array.isArray(said)) return undefined;
  const [row, index, path, installation, log, number, previous, firstRow, rows, sealedAt, nextKey, signature] = said as readonly JsonValue[];
  const texts = [row, installation, log, previous, sealedAt, signature];
  const counts = [index, number, firstRow, rows];
  if (!texts.every((each) => typeof each === 'string') || !counts.every(Number.isSafeInteger) || !Array.isArray(path) || !(nextKey === null || typeof nextKey === 'string')) return undefined;
  const hashes = path.map((each) => Buffer.from(String(each), 'base64url'));
  return { row, index, path: hashes, installation, log, number, previous, firstRow, rows, sealedAt, nextKey, signature } as Parts;
}

function inflated(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    // What a stranger typed or photographed: that it does not inflate, or is no JSON, is all there is to say.
    return undefined;
  }
}
