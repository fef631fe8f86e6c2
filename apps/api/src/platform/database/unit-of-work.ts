// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, Optional } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import type { AuditEntry } from '../audit/audit-entry';
import { AuditNotWritten } from '../audit/audit-not-written';
import { RowsWritten } from '../audit/rows-written';
import { Clock } from '../ports/clock';
import { Randomness } from '../ports/randomness';
import { Transaction } from './transaction';

/** PostgreSQL broke a tie between two transactions (40P01 deadlock, 40001 serialization): the loser may begin again. */
const LOST_A_TIE = new Set(['40P01', '40001']);
const MOST_ATTEMPTS = 3;

/** Everything that reads or writes the database happens in one of these: a transaction that is kept whole or not at all. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    /** Of a command there is none: what it wrote is found by the API's sweep. */
    @Optional() private readonly rowsWritten?: RowsWritten,
  ) {}

  /** Runs the work and commits, with its audit rows and notices; what it throws takes everything back. A refusal that it returns is an end like another. */
  async run<Result>(work: (transaction: Transaction) => Promise<Result>, attempt = 1): Promise<Result> {
    try {
      const { result, hasRows } = await this.dataSource.transaction(async (rows) => {
        const transaction = new Transaction(rows, this.randomness, this.clock.now());
        return { result: await work(transaction), hasRows: await transaction.flush() };
      });
      if (hasRows) this.rowsWritten?.committed.next();
      return result;
    } catch (error) {
      if (attempt < MOST_ATTEMPTS && hasLostATie(error)) return this.run(work, attempt + 1);
      throw error;
    }
  }

  /** Reads without a transaction: for work that holds nothing, and minds no change between its one or two queries. */
  async read<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return work(this.withoutBegin());
  }

  /** Writes a row of the log that goes with no change: one statement, which commits by itself. @throws AuditNotWritten */
  async tell(entry: AuditEntry): Promise<void> {
    const transaction = this.withoutBegin();
    transaction.audit(entry);
    await transaction.flush();
    this.rowsWritten?.committed.next();
  }

  private withoutBegin(): Transaction {
    return new Transaction(this.dataSource.manager, this.randomness, this.clock.now());
  }
}

function hasLostATie(error: unknown): boolean {
  if (error instanceof AuditNotWritten) return hasLostATie(error.cause);
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { readonly code?: unknown };
  return typeof code === 'string' && LOST_A_TIE.has(code);
}
