// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SignedBlock } from '@sportello/seal';
import type { EntityManager } from 'typeorm';
import type { LogName } from './act-outcomes';
import { STORED_ROW_COLUMNS, type StoredRow } from './stored-row';

/** A block with what the database knows beside it: its hash, and the public key that sealed it. */
export interface StoredBlock extends SignedBlock {
  readonly hash: string;
  readonly publicKey: string;
}

export interface LeafToAdd {
  readonly position: number;
  readonly hash: Buffer;
}

/** One copy of the API seals at a time: "SEAL" in ASCII. */
const LOCK = 1_397_047_628;

const BLOCK_COLUMNS = 'header, signature, hash, public_key as "publicKey"';

/** The chains of blocks. */
export class ChainRepository {
  constructor(private readonly rows: EntityManager) {}

  /** False while another copy seals; the turn ends with the transaction. */
  async takeTurn(): Promise<boolean> {
    const [got] = await this.rows.query<[{ readonly is_ours: boolean }]>('select pg_try_advisory_xact_lock($1) as is_ours', [LOCK]);
    return got.is_ours;
  }

  /** By which name heads and blocks call this installation. */
  async installation(): Promise<string> {
    const [found] = await this.rows.query<[{ readonly id: string }]>('select log_id as id from installation');
    return found.id;
  }

  /** The logs that have rows to seal. */
  async waiting(): Promise<readonly LogName[]> {
    const found = await this.rows.query<{ readonly log: LogName }[]>(`select log from unnest(array['acts', 'access']) as log where exists (select from audit_pending p where p.log = log.log)`);
    return found.map(({ log }) => log);
  }

  /** Rows that no block has yet, the first ones. */
  unsealed(log: LogName, most: number): Promise<StoredRow[]> {
    return this.rows.query(
      `select ${STORED_ROW_COLUMNS} from (select position from audit_pending where log = $1 order by position limit $2) p join audit_row r on r.position = p.position order by r.position`,
      [log, most],
    );
  }

  /** How many rows wait for a block, counted up to so many. */
  async countUnsealed(log: LogName, most: number): Promise<number> {
    const [counted] = await this.rows.query<[{ readonly rows: number }]>('select count(*)::int as rows from (select from audit_pending where log = $1 limit $2) p', [log, most]);
    return counted.rows;
  }

  /** The newest two blocks, and the one of a number if it is there; the newest first. */
  newest(log: LogName, andNumber: number | null): Promise<StoredBlock[]> {
    return this.rows.query(
      `select ${BLOCK_COLUMNS} from audit_block where log = $1 and (number >= (select max(number) - 1 from audit_block where log = $1) or number = $2) order by number desc`,
      [log, andNumber],
    );
  }

  /** The newest row of a case that tells of one of the acts. */
  async newestOfCase(caseId: string, acts: readonly string[]): Promise<StoredRow | undefined> {
    const [found] = await this.rows.query<StoredRow[]>(`select ${STORED_ROW_COLUMNS} from audit_row r where r.case_id = $1 and r.act = any($2::text[]) order by r.position desc limit 1`, [caseId, acts]);
    return found;
  }

  async row(id: string): Promise<StoredRow | undefined> {
    const [found] = await this.rows.query<StoredRow[]>(`select ${STORED_ROW_COLUMNS} from audit_row r where r.id = $1`, [id]);
    return found;
  }

  /** The block that has a row, with its leaves in their order; nothing while the row waits. */
  async blockOf(position: number): Promise<{ readonly block: StoredBlock; readonly leaves: readonly LeafToAdd[] } | undefined> {
    const [block] = await this.rows.query<StoredBlock[]>(
      `select ${BLOCK_COLUMNS} from audit_block where (log, number) = (select log, block from audit_leaf where position = $1)`,
      [position],
    );
    if (!block) return undefined;
    const { log, number } = block.header;
    return { block, leaves: await this.rows.query('select position, hash from audit_leaf where log = $1 and block = $2 order by position', [log, number]) };
  }

  async add(log: LogName, { header, signature, hash, publicKey }: StoredBlock, leaves: readonly LeafToAdd[]): Promise<void> {
    await this.rows.query(
      `with block as (insert into audit_block (log, number, header, signature, hash, public_key) values ($1, $2, $3, $4, $5, $6))
       insert into audit_leaf (log, block, position, hash) select $1, $2, position, hash from unnest($7::bigint[], $8::bytea[]) as leaf (position, hash)`,
      [log, header.number, JSON.stringify(header), signature, hash, publicKey, leaves.map(({ position }) => position), leaves.map((leaf) => leaf.hash)],
    );
  }
}
