// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JsonValue } from '@sportello/seal';
import type { EntityManager } from 'typeorm';
import type { LogName } from '../../platform/audit/act-outcomes';
import type { StoredBlock } from '../../platform/audit/chain.repository';
import { STORED_ROW_COLUMNS, type StoredRow } from '../../platform/audit/stored-row';

/** A sealed row, with the block that has it and the hash that it had then. */
export interface SealedRow extends StoredRow {
  readonly block: number;
  readonly hash: Buffer;
}

export interface StoredOpening {
  readonly row: string;
  readonly field: string;
  readonly salt: Buffer;
  readonly value: JsonValue;
}

export class ExportRepository {
  constructor(private readonly rows: EntityManager) {}

  blocks(log: LogName, from: number, to: number, most: number): Promise<StoredBlock[]> {
    return this.rows.query(
      'select header, signature, hash, public_key as "publicKey" from audit_block where log = $1 and number between $2 and $3 order by number limit $4',
      [log, from, to, most],
    );
  }

  /** The rows of some blocks, in their order. One that is gone from the table is missing here too, which the verifier finds. */
  sealedRows(log: LogName, from: number, to: number): Promise<SealedRow[]> {
    return this.rows.query(
      `select l.block, l.hash, ${STORED_ROW_COLUMNS} from audit_leaf l join audit_row r on r.position = l.position
       where l.log = $1 and l.block between $2 and $3 order by l.block, l.position`,
      [log, from, to],
    );
  }

  openings(rowIds: readonly string[]): Promise<StoredOpening[]> {
    return this.rows.query('select row_id as row, field, salt, value from audit_opening where row_id = any($1::uuid[]) order by row_id, field', [rowIds]);
  }
}
