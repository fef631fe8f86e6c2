// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogStop } from '@sportello/domain';
import { blockHash, type Head, isBlockSignedBy, logKeyId, NO_BLOCK } from '@sportello/seal';
import type { StoredBlock } from './chain.repository';

/** Why nothing may be added to a chain: somebody wrote in it who is not the sealer. */
export type ChainFault = Exclude<LogStop, 'key-missing'>;

/** Looks at the end of a chain, `newest` first, and at the block of the head that this copy saw last. The whole of it is the verifier's to look at. */
export function faultOfChain(newest: readonly StoredBlock[], seen: Head | undefined): ChainFault | undefined {
  const [last, ...others] = newest;
  if (seen && !newest.some(({ header, hash }) => header.number === seen.number && hash === seen.hash)) return 'head-contradicted';
  if (!last) return undefined;
  if (newest.some((block) => !isItself(block))) return 'block-altered';
  const before = others.find(({ header }) => header.number === last.header.number - 1);
  if (last.header.number === 1 ? last.header.previous !== NO_BLOCK : last.header.previous !== before?.hash) return 'chain-broken';
  return undefined;
}

function isItself(block: StoredBlock): boolean {
  const { header, hash, publicKey } = block;
  return blockHash(header) === hash && logKeyId(publicKey) === header.keyId && isBlockSignedBy(block, publicKey);
}
