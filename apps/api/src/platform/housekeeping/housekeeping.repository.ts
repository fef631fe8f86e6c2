// SPDX-License-Identifier: AGPL-3.0-or-later
import { TRIES_KEPT_HOURS } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** A retried act comes within minutes; a day leaves room for a desk that lost its link overnight. */
const KEPT_KEYS = '1 day';
/** The throttle trusts the pairs of account and source that signed in within this time. */
const KEPT_ATTEMPTS = '90 days';

export class HousekeepingRepository {
  constructor(private readonly rows: EntityManager) {}

  async sweep(now: Date): Promise<void> {
    for (const table of ['session', 'pending_sign_in', 'pending_single_sign_on', 'passkey_challenge']) await this.rows.query(`delete from ${table} where expires_at < $1`, [now]);
    await this.rows.query(`delete from idempotency_key where created_at < $1::timestamptz - interval '${KEPT_KEYS}'`, [now]);
    await this.rows.query(`delete from sign_in_attempt where at < $1::timestamptz - interval '${KEPT_ATTEMPTS}'`, [now]);
    await this.rows.query(`delete from cip_try where at < $1::timestamptz - interval '${TRIES_KEPT_HOURS} hours'`, [now]);
  }
}
