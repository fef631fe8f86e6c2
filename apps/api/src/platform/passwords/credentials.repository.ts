// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { OperatorRow, SignInAttemptRow } from '../database/rows/operator-row';
import type { RecentAttempts } from './sign-in-throttle';
import { SOURCE_WINDOW_MINUTES } from './sign-in-throttle';

export class CredentialsRepository {
  constructor(private readonly rows: EntityManager) {}

  async operatorNamed(username: string): Promise<OperatorRow | undefined> {
    return (await this.rows.findOneBy(OperatorRow, { username })) ?? undefined;
  }

  /** What the throttle needs to know, in one round trip. */
  async recentAttempts(accountMac: Buffer, sourceMac: Buffer, now: Date): Promise<RecentAttempts> {
    const [found] = await this.rows.query<[RecentAttempts]>(
      `select
         (select count(*)::int from sign_in_attempt a where a.account_mac = $1 and a.source_mac = $2 and not a.succeeded and a.at > coalesce(
            (select max(at) from sign_in_attempt where account_mac = $1 and source_mac = $2 and succeeded), '-infinity')) as "failuresOfPair",
         (select max(at) from sign_in_attempt where account_mac = $1 and source_mac = $2 and not succeeded) as "lastFailureOfPair",
         (select count(*)::int from sign_in_attempt where source_mac = $2 and not succeeded and at > $3::timestamptz - interval '${SOURCE_WINDOW_MINUTES} minutes') as "failuresOfSource",
         (select max(at) from sign_in_attempt where source_mac = $2 and not succeeded) as "lastFailureOfSource",
         exists (select from sign_in_attempt where account_mac = $1 and source_mac = $2 and succeeded) as "isKnownPair"`,
      [accountMac, sourceMac, now],
    );
    return found;
  }

  /** Attempts of one source come one after the other from here to the end of the transaction. */
  async holdSource(sourceMac: Buffer): Promise<void> {
    await this.rows.query('select pg_advisory_xact_lock($1)', [sourceMac.readBigInt64BE()]);
  }

  /** Until it has succeeded, an attempt counts as failed: those that run at the same time count too. */
  async noteAttempt(attempt: Omit<SignInAttemptRow, 'succeeded'>): Promise<void> {
    await this.rows.insert(SignInAttemptRow, { ...attempt, succeeded: false });
  }

  async noteSuccess(attemptId: string): Promise<void> {
    await this.rows.update(SignInAttemptRow, { id: attemptId }, { succeeded: true });
  }

  /** The password was never looked at. */
  async takeBackAttempt(attemptId: string): Promise<void> {
    await this.rows.delete(SignInAttemptRow, { id: attemptId });
  }
}
