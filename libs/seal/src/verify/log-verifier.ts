// SPDX-License-Identifier: AGPL-3.0-or-later
import { canonicalJson, type JsonValue } from '../canonical-json/canonical-json';
import { decodeBase64Url } from '../encoding/base64url';
import type { Head } from '../log/block';
import type { LogTitle } from '../log/export-lines';
import { type Hash, HASH_BYTES, leafHash, merkleRoot } from '../log/merkle';
import { BlockChain } from './block-chain';
import { isCountersignature, isLogTitle, isOpening, isSignedBlock, isStamp } from './line-shapes';
import { isCountersigned, isOpeningOf, type StampJudge } from './side-lines';
import type { Figures, Lie, LieKind, Verdict } from './verdict';

export interface VerifierOptions {
  /** The public key that the installation published; without it the chain is only true to itself. */
  readonly key?: string;
  /** Heads that somebody else held: what was cut off after them, or written anew before, is found. */
  readonly heads?: readonly Head[];
  /** Judges the signature of time stamps; without it only their digest is compared. */
  readonly judgeStamp?: StampJudge;
}

/**
 * Reads an export line by line and stops at the first thing that does not hold. It keeps the rows of one block and the hashes of the blocks, so that a log of any length
 * is verified in little memory.
 */
export class LogVerifier {
  private title: LogTitle | undefined;
  private readonly chain: BlockChain;
  private line = 0;
  private leaves: readonly Hash[] | undefined;
  private rows: Buffer[] = [];
  private openedFields = new Set<string>();
  private rowsById: ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined;
  private openings = 0;
  private countersignatures = 0;
  private readonly stations = new Set<string>();
  private countersignedTo: number | null = null;
  private stamps = 0;
  private stampsNotJudged = 0;
  private lie: Lie | undefined;

  constructor(private readonly options: VerifierOptions = {}) {
    this.chain = new BlockChain(options.key);
  }

  /** One line without its end; `hash`: the leaf's hash of it, when the caller has it cheaper. Nothing is read on after a lie. */
  read(line: Buffer, hash: (line: Buffer) => Hash = leafHash): boolean {
    if (this.lie) return false;
    this.line += 1;
    if (this.awaitsRow()) this.takeRow(line, hash(line));
    else this.takeLine(line);
    return this.lie === undefined;
  }

  /** After the last line; `isCut`: the file ends in the middle of one. */
  end(isCut = false): Verdict {
    if (!this.lie && isCut) this.found('unfinished-line', 1);
    if (!this.lie) this.judgeWhole();
    return this.lie ? { kind: 'lie', lie: this.lie } : { kind: 'ok', figures: this.figures() };
  }

  private awaitsRow(): boolean {
    return this.leaves !== undefined && this.rows.length < this.leaves.length;
  }

  private takeRow(line: Buffer, hash: Hash): void {
    const { leaves = [], rows } = this;
    if (!hash.equals(leaves[rows.length] as Hash)) {
      this.lie = { kind: 'row-altered', line: this.line, block: this.chain.number, row: rows.length + 1 };
      return;
    }
    // The reader's buffer is written over by what comes next.
    rows.push(Buffer.from(line));
  }

  private takeLine(bytes: Buffer): void {
    const said = parsed(bytes);
    if (!said) return this.found('malformed-line');
    const [kind, value] = said;
    if (!this.title) return this.takeTitle(kind, value);
    switch (kind) {
      case 'block':
        return this.takeBlock(value);
      case 'leaves':
        return this.takeLeaves(value);
      case 'opening':
        return this.takeOpening(value);
      case 'countersignature':
        return this.takeCountersignature(value);
      case 'stamp':
        return this.takeStamp(value);
      default:
        return this.found('unexpected-line');
    }
  }

  private takeTitle(kind: string, value: JsonValue): void {
    if (kind !== 'log' || !isLogTitle(value)) return this.found('not-a-log');
    this.title = value;
    this.chain.begin(value);
  }

  private takeBlock(value: JsonValue): void {
    if (this.chain.header && this.leaves === undefined) return this.found('rows-missing');
    if (!isSignedBlock(value)) return this.found('malformed-line');
    const lie = this.chain.take(value);
    this.forgetRows();
    if (lie) this.found(lie);
  }

  private forgetRows(): void {
    this.leaves = undefined;
    this.rows = [];
    this.rowsById = undefined;
    this.openedFields = new Set();
  }

  private takeLeaves(value: JsonValue): void {
    const { header } = this.chain;
    if (!header || this.leaves) return this.found('unexpected-line');
    const bytes = typeof value === 'string' ? decodeBase64Url(value) : undefined;
    if (bytes?.length !== header.rows * HASH_BYTES || header.rows === 0) return this.found('block-rows-miscounted');
    const leaves = Array.from({ length: header.rows }, (_, index) => Buffer.from(bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)));
    if (merkleRoot(leaves).toString('base64url') !== header.root) return this.found('leaves-altered');
    this.leaves = leaves;
  }

  private takeOpening(opening: JsonValue): void {
    if (this.leaves === undefined) return this.found('unexpected-line');
    if (!isOpening(opening)) return this.found('malformed-line');
    this.rowsById ??= new Map(this.rows.map((row) => JSON.parse(row.toString('utf8')) as Readonly<Record<string, unknown>>).map((row) => [String(row['id']), row]));
    const row = this.rowsById.get(opening.row);
    const field = `${opening.row} ${opening.field}`;
    if (!row || this.openedFields.has(field)) return this.found('opening-of-nothing');
    this.openedFields.add(field);
    const fits = isOpeningOf(opening, row);
    if (fits === 'nothing') return this.found('opening-of-nothing');
    if (fits === 'wrong') return this.found('opening-wrong');
    this.openings += 1;
  }

  private takeCountersignature(value: JsonValue): void {
    if (!isCountersignature(value)) return this.found('malformed-line');
    if (!isCountersigned(value)) return this.found('countersignature-invalid');
    const lie = this.chain.contradiction(value.head);
    if (lie) return this.found(lie);
    this.countersignatures += 1;
    this.stations.add(value.station);
    this.countersignedTo = Math.max(this.countersignedTo ?? 0, value.head.number);
  }

  private takeStamp(stamp: JsonValue): void {
    if (!isStamp(stamp)) return this.found('malformed-line');
    const lie = this.chain.contradictionOf(stamp.number, stamp.hash);
    if (lie) return this.found(lie);
    const judged = this.options.judgeStamp?.(stamp);
    if (judged === false) return this.found('stamp-invalid');
    this.stamps += 1;
    if (judged === undefined) this.stampsNotJudged += 1;
  }

  private judgeWhole(): void {
    if (!this.title) return this.found('not-a-log', 1);
    if (!this.chain.header) return this.found('nothing-sealed', 1);
    if (this.leaves === undefined || this.awaitsRow()) return this.found('rows-missing', 1);
    if (this.options.key !== undefined && !this.chain.isByPinnedKey) return this.found('not-by-this-key', 1);
    const { heads = [] } = this.options;
    // Whoever was told heads of this log, and finds none that is its own, was given another log.
    if (heads.length > 0 && this.ownHeads().length === 0) return this.found('other-log', 1);
    for (const head of this.comparedHeads()) {
      const lie = this.chain.contradiction(head);
      if (lie) return this.found(lie, 1);
    }
  }

  /** A file of heads may tell of other logs too. */
  private ownHeads(): readonly Head[] {
    return (this.options.heads ?? []).filter(({ installation, log }) => installation === this.title?.installation && log === this.title.name);
  }

  /** Of blocks before this export there is nothing here to compare. */
  private comparedHeads(): readonly Head[] {
    return this.ownHeads().filter(({ number }) => number >= (this.title?.firstBlock ?? 1));
  }

  /** `ahead`: what lies is missing after the last line. */
  private found(kind: LieKind, ahead = 0): void {
    this.lie = { kind, line: this.line + ahead, block: this.chain.header?.number ?? null, row: this.awaitsRow() ? this.rows.length + 1 : null };
  }

  private figures(): Figures {
    const { chain, openings, countersignatures, stations, countersignedTo, stamps, stampsNotJudged } = this;
    return { ...chain.figures(), openings, countersignatures, stations: stations.size, countersignedTo, stamps, stampsNotJudged, headsGiven: this.ownHeads().length, headsHeld: this.comparedHeads().length };
  }
}

/** A line that is no row: one property, written in the one way in which JSON is canonical. */
function parsed(bytes: Buffer): readonly [string, JsonValue] | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as JsonValue;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const [entry, another] = Object.entries(value);
    // Any other spelling of the same line was not written by the exporter; bytes that are no UTF-8 do not come back either.
    return entry && !another && Buffer.from(canonicalJson(value)).equals(bytes) ? entry : undefined;
  } catch {
    return undefined;
  }
}
