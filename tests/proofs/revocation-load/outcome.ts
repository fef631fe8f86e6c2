// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout } from 'node:timers/promises';
/* eslint-disable-next-line @nx/enforce-module-boundaries -- the database of the API’s tests: no package */
import type { TestDatabase } from '../../../apps/api/src/testing/fresh-database';

export interface Times {
  readonly median: number;
  readonly p99: number;
}

const WAIT_MS = 1_000;
const PATIENCE_MS = 600_000;

/** What became of the requests, as the database has it. */
export class Outcome {
  constructor(private readonly database: Pick<TestDatabase, 'query'>) {}

  /** Waits for so many; gives up after ten minutes, and whoever counts finds what is missing. */
  async untilConfirmed(count: number, say: (line: string) => void): Promise<void> {
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
      const confirmed = await this.count(`select count(*) from revocation_request where state = 'confirmed'`);
      if (confirmed >= count) return;
      say(`${confirmed} are seen revoked.`);
      await setTimeout(WAIT_MS);
    }
  }

  /** Milliseconds from each request that was recorded in a time to OCSP's *revoked*; of one that was not seen until the time's end, at least until then. */
  async visible(until: Date, from = new Date(0)): Promise<readonly number[]> {
    const rows = await this.database.query<{ ms: string }>(
      `select extract(epoch from least(visible_at, $2) - recorded_at) * 1000 as ms from revocation_request where recorded_at between $1 and $2`,
      [from, until],
    );
    return rows.map(({ ms }) => Number(ms));
  }

  async confirmedOf(told: readonly { readonly number: string }[]): Promise<number> {
    return this.count(`select count(*) from revocation_request where state = 'confirmed' and number = any($1::int[])`, [told.map(({ number }) => Number(number.split('-')[1]))]);
  }

  async doubled(): Promise<number> {
    return this.count(
      `select (select count(*) from (select 1 from revocation_request group by certificate_issuer, certificate_serial having count(*) > 1) same_certificate)
         + (select count(*) from (select 1 from revocation_attempt group by request_id having count(*) > 1) same_request)
         + (select count(*) from (select 1 from revocation_move where to_state in ('accepted', 'confirmed') group by request_id, to_state having count(*) > 1) same_move) as count`,
    );
  }

  /** When the last of those that had been recorded then was seen revoked: milliseconds of the clock. */
  async lastVisibleOf(recordedBefore: Date): Promise<number> {
    const [last] = await this.database.query<{ at: Date | null }>('select max(visible_at) as at from revocation_request where recorded_at < $1', [recordedBefore]);
    return last?.at?.getTime() ?? 0;
  }

  private async count(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return Number((await this.database.query<{ count: string }>(sql, parameters))[0]?.count);
  }
}

/** Null: of nothing. */
export function timesOf(all: readonly number[]): Times | null {
  const sorted = all.toSorted((one, other) => one - other);
  const quantile = (part: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return sorted.length === 0 ? null : { median: quantile(0.5), p99: quantile(0.99) };
}
