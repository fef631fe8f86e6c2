// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationReceipt } from '@sportello/contracts';
import { type CertificateRevocationReason, type ToldWithCip, UNVERIFIED_A_DAY } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** A request that the public page recorded unverified, as far as another is compared with it. */
export interface UnverifiedOfDay {
  readonly id: string;
  readonly state: RevocationReceipt['state'];
  readonly reason: CertificateRevocationReason;
  /** Null: it was erased. */
  readonly told: ToldWithCip | null;
  readonly callBackAt: string | null;
  readonly callerMac: Buffer | null;
}

export class UnverifiedOfDayRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Of the last day; there are no more than are recorded in one. */
  async before(now: Date): Promise<readonly UnverifiedOfDay[]> {
    return this.rows.query<UnverifiedOfDay[]>(
      `select r.id, r.state, r.reason, r.told, r.call_back_at as "callBackAt", c.caller_mac as "callerMac"
       from revocation_request r left join call_record c on c.id = r.call_id
       where r.recorded_at > $1::timestamptz - interval '1 day' and r.way = 'cip-on-public-page' and r.standing = 'unverified' order by r.recorded_at limit ${UNVERIFIED_A_DAY.inAll}`,
      [now],
    );
  }
}
