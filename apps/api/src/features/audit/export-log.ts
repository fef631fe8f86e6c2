// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { EXPORT_FORMAT, lineText, rowBytes } from '@sportello/seal';
import type { LogName } from '../../platform/audit/act-outcomes';
import type { AuditEntry } from '../../platform/audit/audit-entry';
import { ChainRepository, type StoredBlock } from '../../platform/audit/chain.repository';
import { CheckpointRepository } from '../../platform/audit/checkpoint.repository';
import { HeldHeadRepository } from '../../platform/audit/held-head.repository';
import { logRowOf } from '../../platform/audit/stored-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Refusal } from '../../platform/problems/refusal';
import { ExportRepository, type SealedRow, type StoredOpening } from './export.repository';

/** So much is read at a time, and in memory: blocks, and rows of some of them. */
const MOST_BLOCKS = 128;
const MOST_ROWS = 4_096;

export interface LogExport {
  readonly log: LogName;
  readonly from: number;
  /** Up to the newest, when it is not said. */
  readonly to?: number | undefined;
  /** Personal values with what opens their commitments; without them the file proves the same and names nobody. */
  readonly hasOpenings: boolean;
}

type Doing = Pick<AuditEntry, 'actor' | 'requestId' | 'deskId'>;

export interface StartedExport {
  readonly to: number;
  /** Text of whole lines, some at a time. */
  readonly lines: AsyncGenerator<string, void>;
}

/** Writes a log out, block by block, as the verifier reads it. Who took it stands in the log before the first line leaves. */
@Injectable()
export class ExportLog {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async begin(doing: Doing, wish: LogExport): Promise<Outcome<StartedExport, Refusal>> {
    const { log, from, hasOpenings } = wish;
    return this.unitOfWork.run(async (transaction) => {
      const [newest] = await transaction.repository(ChainRepository).newest(log, null);
      const to = Math.min(wish.to ?? Number.MAX_SAFE_INTEGER, newest?.header.number ?? 0);
      const [first] = await transaction.repository(ExportRepository).blocks(log, from, to, 1);
      if (!first) return refuse({ kind: 'not-found' });
      transaction.audit({ act: 'audit.exported', ...doing, subject: { kind: 'log', id: log }, details: { from, to, hasOpenings } });
      return accept({ to, lines: this.lines({ log, from, to, hasOpenings, isToEnd: wish.to === undefined }, first) });
    });
  }

  private async *lines(wish: LogExport & { readonly to: number; readonly isToEnd: boolean }, { header, publicKey }: StoredBlock): AsyncGenerator<string, void> {
    const { log, to } = wish;
    yield `${lineText({ log: { format: EXPORT_FORMAT, installation: header.installation, name: log, firstBlock: header.number, key: publicKey } })}\n`;
    for (let next = header.number; next <= to; ) {
      const blocks = fewRows(await this.unitOfWork.read((transaction) => transaction.repository(ExportRepository).blocks(log, next, to, MOST_BLOCKS)));
      const last = blocks.at(-1)?.header.number;
      // A gap in the numbers ends the blocks here; the verifier says that the chain goes no further than this.
      if (last === undefined) break;
      yield await this.textOf(wish, blocks);
      next = last + 1;
    }
    yield await this.heldElsewhere(wish, header.number);
  }

  /** At the end what others hold of these blocks; of an export up to the newest also what they hold of later ones, which are gone then. */
  private async heldElsewhere({ log, to, isToEnd }: LogExport & { readonly to: number; readonly isToEnd: boolean }, from: number): Promise<string> {
    const wish = { from, to, hasLost: isToEnd };
    return this.unitOfWork.read(async (transaction) => {
      const countersignatures = await transaction.repository(HeldHeadRepository).ofLog(log, wish);
      const stamps = await transaction.repository(CheckpointRepository).ofLog(log, wish);
      return [...countersignatures.map((countersignature) => lineText({ countersignature })), ...stamps.map((stamp) => lineText({ stamp }))].map((line) => `${line}\n`).join('');
    });
  }

  /** Read without holding anything open: what is sealed does not change, and a slow reader keeps no transaction. */
  private async textOf({ log, hasOpenings }: LogExport, blocks: readonly StoredBlock[]): Promise<string> {
    const [first, last] = [blocks[0]?.header.number ?? 0, blocks.at(-1)?.header.number ?? 0];
    return this.unitOfWork.read(async (transaction) => {
      const sealed = transaction.repository(ExportRepository);
      const rows = groupedBy(await sealed.sealedRows(log, first, last), ({ block }) => block);
      const personal = hasOpenings ? [...rows.values()].flat().filter((row) => row.personal !== null) : [];
      const openings = groupedBy(personal.length > 0 ? await sealed.openings(personal.map(({ id }) => id)) : [], ({ row }) => row);
      return blocks.map((block) => textOfBlock(block, rows.get(block.header.number) ?? [], openings)).join('');
    });
  }
}

/** The first of the blocks that together have not too many rows; one at least. */
function fewRows(blocks: readonly StoredBlock[]): readonly StoredBlock[] {
  let rows = 0;
  return blocks.filter(({ header }, index) => {
    rows += header.rows;
    return index === 0 || rows <= MOST_ROWS;
  });
}

function textOfBlock({ header, signature }: StoredBlock, rows: readonly SealedRow[], openings: ReadonlyMap<string, readonly StoredOpening[]>): string {
  const lines = [
    lineText({ block: { header, signature } }),
    lineText({ leaves: Buffer.concat(rows.map(({ hash }) => hash)).toString('base64url') }),
    ...rows.map((row) => Buffer.from(rowBytes(logRowOf(row))).toString('utf8')),
    ...rows.flatMap(({ id }) => openings.get(id) ?? []).map(({ row, field, salt, value }) => lineText({ opening: { row, field, salt: salt.toString('base64url'), value } })),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function groupedBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
