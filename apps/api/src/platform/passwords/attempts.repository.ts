// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { SignInAttemptRow } from '../database/rows/operator-row';
import { ACCOUNT_WINDOW_MINUTES, type RecentAttempts, SOURCE_WINDOW_MINUTES } from './sign-in-throttle';

/** Whose proof is tried, from where, and by which browser: keyed MACs all. */
export interface AttemptMacs {
  readonly accountMac: Buffer;
  readonly sourceMac: Buffer;
  readonly browserMac: Buffer | null;
}

export class AttemptsRepository {
  constructor(private readonly rows: EntityManager) {}

  /** What the throttle needs to know, in one round trip. */
  async recent({ accountMac, sourceMac, browserMac }: AttemptMacs, now: Date): Promise<RecentAttempts> {
    const [found] = await this.rows.query<[RecentAttempts]>(
      `with own as (select * from sign_in_attempt where account_mac = $1),
         known as (select distinct browser_mac from own where succeeded and browser_mac is not null),
         seen as (select exists (select from known where browser_mac = $3) as browser),
         others as (select * from own where browser_mac is null or browser_mac not in (select browser_mac from known)),
         pair as (select * from own where (select browser from seen) and browser_mac = $3 union all select * from others where not (select browser from seen) and source_mac = $2),
         strangers as (select * from others where not succeeded and at > $4::timestamptz - interval '${ACCOUNT_WINDOW_MINUTES} minutes')
       select
         (select count(*)::int from pair where not succeeded and at > coalesce((select max(at) from pair where succeeded), '-infinity')) as "failuresOfPair",
         (select max(at) from pair where not succeeded) as "lastFailureOfPair",
         (select count(*)::int from sign_in_attempt where source_mac = $2 and not succeeded and at > $4::timestamptz - interval '${SOURCE_WINDOW_MINUTES} minutes') as "failuresOfSource",
         (select max(at) from sign_in_attempt where source_mac = $2 and not succeeded) as "lastFailureOfSource",
         (select count(*)::int from strangers) as "failuresOfAccount",
         (select max(at) from strangers) as "lastFailureOfAccount",
         exists (select from own where source_mac = $2 and succeeded) as "isKnownPair",
         (select browser from seen) as "isKnownBrowser"`,
      [accountMac, sourceMac, browserMac, now],
    );
    return found;
  }

  /** Attempts of one source, and of one account, come one after the other from here to the end of the transaction. Always in this order: no two wait for each other. */
  async hold({ sourceMac, accountMac }: AttemptMacs): Promise<void> {
    for (const mac of [sourceMac, accountMac]) await this.rows.query('select pg_advisory_xact_lock($1)', [mac.readBigInt64BE()]);
  }

  /** Until it has succeeded, an attempt counts as failed: those that run at the same time count too. */
  async note(attempt: Omit<SignInAttemptRow, 'succeeded'>): Promise<void> {
    await this.rows.insert(SignInAttemptRow, { ...attempt, succeeded: false });
  }

  async noteSuccess(attemptId: string): Promise<void> {
    await this.rows.update(SignInAttemptRow, { id: attemptId }, { succeeded: true });
  }

  /** It was never looked at. */
  async takeBack(attemptId: string): Promise<void> {
    await this.rows.delete(SignInAttemptRow, { id: attemptId });
  }
}
