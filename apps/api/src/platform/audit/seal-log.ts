// SPDX-License-Identifier: AGPL-3.0-or-later
import { blockHash, type BlockHeader, type Head, headOf, type LogKey, logKeyId, sealBlock } from '@sportello/seal';
import type { Transaction } from '../database/transaction';
import type { AuditKeys } from '../keys/audit-keys';
import type { LogName } from './act-outcomes';
import { ChainRepository } from './chain.repository';
import { type ChainFault, faultOfChain } from './judge-chain';
import { leafOf } from './stored-row';

/** Of one block: what is left waits for the next, a moment later. */
const MOST_ROWS = 4_096;

export type Sealing =
  | { readonly kind: 'sealed'; readonly head: Head; readonly hasMore: boolean }
  | { readonly kind: 'stopped'; readonly because: ChainFault | 'key-missing' };

export interface LogToSeal {
  readonly log: LogName;
  readonly installation: string;
  readonly keys: AuditKeys;
  /** The newest head that this copy knows of; undefined: it looks for the first time. */
  readonly seen: Head | undefined;
}

/** Adds one block of the rows that wait to a log that has some, unless the end of its chain is not as it has to be. The turn is the caller's. */
export async function sealLog(transaction: Transaction, { log, installation, keys, seen }: LogToSeal): Promise<Sealing> {
  const chain = transaction.repository(ChainRepository);
  const newest = await chain.newest(log, seen?.number ?? null);
  const fault = faultOfChain(newest, seen);
  if (fault) return { kind: 'stopped', because: fault };
  const previous = newest[0]?.header ?? null;
  const key = keyAfter(previous, keys);
  if (!key) return { kind: 'stopped', because: 'key-missing' };
  const rows = await chain.unsealed(log, MOST_ROWS);
  const leaves = rows.map((row) => ({ position: row.position, hash: leafOf(row) }));
  // One key hands over to the next in a block that the old one still seals.
  const nextKey = key.keyId === keys.newest.keyId ? null : keys.newest.publicKey;
  const block = sealBlock({ installation, log, previous, leaves: leaves.map(({ hash }) => hash), sealedAt: transaction.now.toISOString(), nextKey }, key);
  await chain.add(log, { ...block, hash: blockHash(block.header), publicKey: key.publicKey }, leaves);
  return { kind: 'sealed', head: headOf(block.header), hasMore: rows.length === MOST_ROWS };
}

/** The key in force after a block: the one that it handed over to, or its own; of a log that begins, the newest. */
function keyAfter(previous: BlockHeader | null, { newest, held }: AuditKeys): LogKey | undefined {
  if (previous === null) return newest;
  return held.get(previous.nextKey === null ? previous.keyId : logKeyId(previous.nextKey));
}
