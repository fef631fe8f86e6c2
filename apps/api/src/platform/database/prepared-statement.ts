// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ClientBase } from 'pg';
import { type EntityManager, QueryFailedError, type QueryRunner, QueryRunnerAlreadyReleasedError } from 'typeorm';

/** PostgreSQL parses and plans it once per connection; TypeORM's own queries are planned each time, for they have no name. */
export interface PreparedStatement {
  /** Of this text alone. */
  readonly name: string;
  readonly text: string;
}

/** Runs it, and answers its rows, where the other statements of `rows` run: in its transaction, else on a connection of the pool. @throws QueryFailedError */
export async function queryPrepared<Row>(rows: EntityManager, { name, text }: PreparedStatement, values: unknown[]): Promise<readonly Row[]> {
  const runner: QueryRunner = rows.queryRunner ?? rows.dataSource.createQueryRunner();
  // Its connection is somebody else's by now.
  if (runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
  try {
    const client = (await runner.connect()) as ClientBase;
    const result = await client.query({ name, text, values }).catch((error: unknown) => {
      throw new QueryFailedError(text, values, error as Error);
    });
    return result.rows as Row[];
  } finally {
    if (runner !== rows.queryRunner) await runner.release();
  }
}
