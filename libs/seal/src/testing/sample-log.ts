// SPDX-License-Identifier: AGPL-3.0-or-later
import { type BlockHeader, type Head, headOf, sealBlock } from '../log/block';
import { commitmentOf } from '../log/commitment';
import { EXPORT_FORMAT, HEAD_PURPOSE, lineText, type LogRow, rowBytes } from '../log/export-lines';
import { generateLogKey, type LogKey, logKeyOf } from '../log/log-key';
import { leafHash } from '../log/merkle';
import { signDocument } from '../signing/sign-document';
import type { SigningKey } from '../signing/signing-key';

/** An export as a sealer and an exporter write it, with what others hold of it. */
export interface SampleLog {
  /** Without their ends. */
  readonly lines: readonly string[];
  /** The key of the first block. */
  readonly publicKey: string;
  readonly head: Head;
}

export interface SampleShape {
  readonly name: string;
  readonly installation?: string;
  /** Rows of each block. */
  readonly blocks: readonly number[];
  /** The block, counted from 1, that names the next key. */
  readonly handsOverAt?: number;
  /** The blocks before it are left out. */
  readonly firstBlock?: number;
  /** Every so many rows keep their personal value; the others' was erased. */
  readonly opensEach?: number;
  /** Countersigns the newest head. */
  readonly station?: SigningKey;
}

export const newLogKey = (): LogKey => {
  const key = logKeyOf(generateLogKey());
  if (!key) throw new Error('a new key is a key');
  return key;
};

/** Rows of invented acts: who is called by a number, and named by a commitment alone. */
export const sampleRow = (position: number): { readonly row: LogRow; readonly name: string; readonly salt: Uint8Array } => {
  const [name, salt] = [`Persona ${position}`, Buffer.alloc(32, position)];
  const personal = { displayName: commitmentOf(salt, name) };
  return { row: { id: `row-${position}`, act: position % 3 === 0 ? 'case.delivered' : 'case.opened', at: '2026-11-24T10:00:00.000Z', details: { sheet: String(position).padStart(6, '0') }, operator: `o-${position % 7}`, personal }, name, salt };
};

export const sampleLog = async ({ name, installation = 'installation-1', blocks, handsOverAt, firstBlock = 1, opensEach = 2, station }: SampleShape, firstKey: LogKey = newLogKey()): Promise<SampleLog> => {
  const sealedAt = '2026-11-24T10:00:01.000Z';
  let [key, previous, position]: [LogKey, BlockHeader | null, number] = [firstKey, null, 0];
  let publicKey = firstKey.publicKey;
  const lines: string[] = [];
  for (const [index, count] of blocks.entries()) {
    const rows = Array.from({ length: count }, () => sampleRow((position += 1)));
    const leaves = rows.map(({ row }) => leafHash(rowBytes(row)));
    const next = index + 1 === handsOverAt ? newLogKey() : undefined;
    const block = sealBlock({ installation, log: name, previous, leaves, sealedAt, nextKey: next?.publicKey ?? null }, key);
    if (index + 1 === firstBlock) publicKey = key.publicKey;
    if (index + 1 >= firstBlock) {
      lines.push(lineText({ block }), lineText({ leaves: Buffer.concat(leaves).toString('base64url') }), ...rows.map(({ row }) => Buffer.from(rowBytes(row)).toString('utf8')));
      lines.push(...rows.filter((_, at) => at % opensEach === 0).map((opened) => lineText({ opening: { row: opened.row.id, field: 'displayName', salt: Buffer.from(opened.salt).toString('base64url'), value: opened.name } })));
    }
    [previous, key] = [block.header, next ?? key];
  }
  if (!previous) throw new Error('a sample has a block');
  const head = headOf(previous);
  if (station) lines.push(lineText({ countersignature: { head, station: 's-1', publicKey: station.publicKey, signature: await signDocument({ head, station: 's-1' }, { purpose: HEAD_PURPOSE, key: station }) } }));
  return { lines: [lineText({ log: { format: EXPORT_FORMAT, installation, name, firstBlock, key: publicKey } }), ...lines], publicKey, head };
};
