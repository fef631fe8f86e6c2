// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stamp } from '@sportello/seal';
import type { EntityManager } from 'typeorm';
import type { LogName } from './act-outcomes';

/** So many blocks are stamped before their time. */
const MOST_BLOCKS = 10_000;
const FIRST_PAUSE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 3_600;

/** A block that waits for its time stamp. */
export interface Checkpoint {
  readonly log: LogName;
  readonly number: number;
  readonly hash: string;
}

/** The outbox of time stamps. */
export class CheckpointRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Puts the newest block of each log into the outbox, when it is due: none was asked for within the interval, or many blocks went by. */
  async askWhereDue(now: Date, intervalMs: number): Promise<void> {
    await this.rows.query(
      `insert into checkpoint (log, number, hash, asked_at, next_try_at)
       select b.log, b.number, b.hash, $1, $1 from audit_block b
       where b.number = (select max(number) from audit_block newest where newest.log = b.log)
         and not exists (select from checkpoint c where c.log = b.log and c.asked_at > $2 and c.number > b.number - $3)
       on conflict do nothing`,
      [now, new Date(now.getTime() - intervalMs), MOST_BLOCKS],
    );
  }

  /** One that may be tried now, the newest first. It is this copy's until its next try is due: who dies meanwhile leaves it to the others. */
  async take(now: Date): Promise<Checkpoint | undefined> {
    const [taken] = await this.rows.query<[Checkpoint[], number]>(
      `update checkpoint set tries = tries + 1, next_try_at = $1::timestamptz + least($2 * power(2, least(tries, 20)), $3) * interval '1 second'
       where (log, number) = (select log, number from checkpoint where token is null and next_try_at <= $1 order by asked_at desc, number desc limit 1 for update skip locked)
       returning log, number::float8 as number, hash`,
      [now, FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS],
    );
    return taken[0];
  }

  async keep({ log, number, hash }: Checkpoint, token: Buffer, stampedAt: Date): Promise<void> {
    await this.rows.query('update checkpoint set token = $4, stamped_at = $5 where log = $1 and number = $2 and hash = $3 and token is null', [log, number, hash, token, stampedAt]);
  }

  /** The logs that were asked for an interval ago, and have no stamp since: two intervals passed after the one before. */
  async late(now: Date, intervalMs: number): Promise<readonly LogName[]> {
    const found = await this.rows.query<{ readonly log: LogName }[]>(
      `select distinct log from checkpoint c where token is null and asked_at <= $1
         and not exists (select from checkpoint s where s.log = c.log and s.number > c.number and s.token is not null) order by log`,
      [new Date(now.getTime() - intervalMs)],
    );
    return found.map(({ log }) => log);
  }

  /** In the order of their blocks. Those of later blocks that the log has no longer come along where they are asked for. */
  async ofLog(log: LogName, { from, to, hasLost }: { readonly from: number; readonly to: number; readonly hasLost: boolean }): Promise<Stamp[]> {
    const found = await this.rows.query<{ readonly number: number; readonly hash: string; readonly token: Buffer }[]>(
      `select number::float8 as number, hash, token from checkpoint c where log = $1 and token is not null and number >= $2
         and (number <= $3 or ($4 and not exists (select from audit_block b where b.log = c.log and b.number = c.number)))
       order by number`,
      [log, from, to, hasLost],
    );
    return found.map(({ number, hash, token }) => ({ number, hash, token: token.toString('base64') }));
  }
}
