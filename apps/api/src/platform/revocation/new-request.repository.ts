// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { type NumberSeries, nextNumbersSql, WHOLE_INSTALLATION } from '../activation/case.repository';
import { type PreparedStatement, queryPrepared } from '../database/prepared-statement';
import { RevocationAttemptRow, RevocationRequestRow } from '../database/rows/revocation-row';
import { INSERT_MOVES, type NewRevocationMove, columnsOfMoves } from './revocation.repository';

/** A request that has no number yet. */
export type NewRequestRow = Omit<RevocationRequestRow, 'number'>;

/** What goes out with requests that need no decision. */
export interface GoingOut {
  readonly moves: readonly NewRevocationMove[];
  readonly attempts: readonly RevocationAttemptRow[];
}

const SERIES: NumberSeries = 'revocation-requests';

const IN_STOCK: PreparedStatement = { name: 'numbers-in-stock', text: 'select count(*)::integer as count from revocation_number where year = $1' };

const PUT_IN_STOCK: PreparedStatement = {
  name: 'numbers-put-in-stock',
  text: `with given as (${nextNumbersSql({ series: '$1', owner: '$2', year: '$3', count: '$4' })})
    insert into revocation_number (year, number) select $3, last - place from given, generate_series(0, $4::integer - 1) as place`,
};

export class NewRequestRepository {
  private readonly recorded = new Map<string, RevocationRequestRow>();

  constructor(private readonly rows: EntityManager) {}

  /**
   * Numbers requests of one year in their order and writes them, in one statement. One by itself takes the lowest number of the stock that nobody else has in hand, and waits for
   * nobody. Many, or one when the stock is empty, take the next of the series: whoever does so too waits from here until the transaction ends.
   */
  async record(year: number, requests: readonly NewRequestRow[], { moves, attempts }: GoingOut): Promise<readonly RevocationRequestRow[]> {
    const given = await queryPrepared<{ readonly number: number }>(this.rows, this.statement(), [
      ...columnsOfMoves(moves),
      SERIES,
      WHOLE_INSTALLATION,
      year,
      requests.length,
      this.documentOf(RevocationRequestRow, requests),
      this.documentOf(RevocationAttemptRow, attempts),
    ]);
    const numbered = requests.map((request, index): RevocationRequestRow => {
      const number = given[index]?.number;
      if (number === undefined) throw new Error('a request without a number');
      return { ...request, number };
    });
    for (const row of numbered) this.recorded.set(row.id, row);
    return numbered;
  }

  /** How many numbers of a year are in stock. */
  async inStock(year: number): Promise<number> {
    const [found] = await queryPrepared<{ readonly count: number }>(this.rows, IN_STOCK, [year]);
    return found?.count ?? 0;
  }

  async putInStock(year: number, count: number): Promise<void> {
    await queryPrepared(this.rows, PUT_IN_STOCK, [SERIES, WHOLE_INSTALLATION, year, count]);
  }

  /** What this transaction recorded itself need not be read again. */
  justRecorded(id: string): RevocationRequestRow | undefined {
    return this.recorded.get(id);
  }

  private statement(): PreparedStatement {
    const [requests, attempts] = [this.columnsOf(RevocationRequestRow), this.columnsOf(RevocationAttemptRow)].map((columns) => columns.map(({ databaseName }) => databaseName)) as [string[], string[]];
    return {
      name: 'requests-recorded',
      text: `with free as materialized (select year, number from revocation_number where year = $11 and $12::integer = 1 order by number limit 1 for update skip locked),
        taken as (delete from revocation_number n using free where n.year = free.year and n.number = free.number returning n.number),
        given as (${nextNumbersSql({ series: '$9', owner: '$10', year: '$11', count: '$12', when: 'not exists (select from taken)' })}),
        first as (select number from taken union all select last - $12::integer + 1 from given),
        numbered as (select asked.*, first.number + asked.ordinality::integer - 1 as given_number from first, jsonb_populate_recordset(null::revocation_request, $13::jsonb) with ordinality asked),
        recorded as (insert into revocation_request (${requests.join(', ')}) select ${requests.map((name) => (name === 'number' ? 'given_number' : `numbered.${name}`)).join(', ')} from numbered),
        moved as (${INSERT_MOVES}),
        put as (insert into revocation_attempt (${attempts.join(', ')}) select ${attempts.join(', ')} from jsonb_populate_recordset(null::revocation_attempt, $14::jsonb))
        select given_number as number from numbered order by ordinality`,
    };
  }

  /** By their columns. */
  private documentOf<Row extends object>(type: new () => Row, all: readonly Partial<Row>[]): string {
    const columns = this.columnsOf(type);
    return JSON.stringify(all.map((row) => Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, textOf(row[propertyName as keyof Row])]))));
  }

  private columnsOf(type: new () => object) {
    return this.rows.dataSource.getMetadata(type).columns;
  }
}

/** As PostgreSQL reads it out of a document. */
function textOf(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}
