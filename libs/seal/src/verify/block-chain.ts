// SPDX-License-Identifier: AGPL-3.0-or-later
import { blockHash, type BlockHeader, type Head, headOf, isBlockSignedBy, NO_BLOCK, type SignedBlock } from '../log/block';
import type { LogTitle } from '../log/export-lines';
import { logKeyId } from '../log/log-key';
import type { Figures, LieKind } from './verdict';

/** The blocks of one export, each judged by the one before it and by the key that may seal it. */
export class BlockChain {
  private title: LogTitle | undefined;
  private last: BlockHeader | undefined;
  private first: BlockHeader | undefined;
  private key = '';
  private readonly keyIds: string[] = [];
  private readonly hashes = new Map<number, string>();
  /** A block under it vouches for all before, whose hashes it holds, and names the key of what comes after. */
  isByPinnedKey = false;

  constructor(private readonly pinnedKey: string | undefined) {}

  get header(): BlockHeader | undefined {
    return this.last;
  }

  get number(): number {
    return this.last?.number ?? 0;
  }

  begin(title: LogTitle): void {
    this.title = title;
    this.key = title.key;
  }

  take(block: SignedBlock): LieKind | undefined {
    const { header } = block;
    const lie = this.placeLie(header);
    if (lie) return lie;
    if (header.keyId !== logKeyId(this.key)) return 'key-unknown';
    if (!isBlockSignedBy(block, this.key)) return 'block-signature-invalid';
    this.keep(header);
    return undefined;
  }

  private placeLie({ installation, log, number, previous, firstRow, rows }: BlockHeader): LieKind | undefined {
    const { title, last } = this;
    if (!title || installation !== title.installation || log !== title.name) return 'other-log';
    if (number !== (last ? last.number + 1 : title.firstBlock)) return 'block-out-of-order';
    const isWhole = last !== undefined || number === 1;
    if (isWhole && previous !== (last ? this.hashes.get(last.number) : NO_BLOCK)) return 'block-does-not-follow';
    if (rows < 1 || (isWhole && firstRow !== (last ? last.firstRow + last.rows : 0))) return 'block-rows-miscounted';
    return undefined;
  }

  private keep(header: BlockHeader): void {
    this.first ??= header;
    this.last = header;
    this.hashes.set(header.number, blockHash(header));
    if (this.keyIds.at(-1) !== header.keyId) this.keyIds.push(header.keyId);
    if (this.key === this.pinnedKey) this.isByPinnedKey = true;
    if (header.nextKey !== null) this.key = header.nextKey;
  }

  /** What somebody else holds against what stands here. */
  contradiction(head: Head): LieKind | undefined {
    if (head.installation !== this.title?.installation || head.log !== this.title.name) return 'other-log';
    return this.contradictionOf(head.number, head.hash);
  }

  /** A block before this export is not judged: it is not here. */
  contradictionOf(number: number, hash: string): LieKind | undefined {
    if (this.first && number < this.first.number) return undefined;
    const own = this.hashes.get(number);
    if (own === undefined) return 'cut-off';
    return own === hash ? undefined : 'head-contradicted';
  }

  figures(): Pick<Figures, 'installation' | 'log' | 'firstBlock' | 'blocks' | 'rows' | 'sealedFrom' | 'sealedTo' | 'head' | 'keyIds' | 'isByPinnedKey'> {
    const { first, last } = this;
    if (!first || !last) throw new Error('an export without a block has no figures');
    return {
      installation: first.installation,
      log: first.log,
      firstBlock: first.number,
      blocks: last.number - first.number + 1,
      rows: last.firstRow + last.rows - first.firstRow,
      sealedFrom: first.sealedAt,
      sealedTo: last.sealedAt,
      head: headOf(last),
      keyIds: this.keyIds,
      isByPinnedKey: this.isByPinnedKey,
    };
  }
}
