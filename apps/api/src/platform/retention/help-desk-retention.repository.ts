// SPDX-License-Identifier: AGPL-3.0-or-later
import { FINAL_REVOCATION_STATES } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** What the help desk was told, and who asked for a revocation by what proof. */
export class HelpDeskRetentionRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Whole, with who was recognised in them. One whose request for a revocation has not ended waits for it. */
  async eraseCalls(before: Date, most: number): Promise<number> {
    const found = await this.rows.query<{ readonly id: string }[]>(
      `select c.id from call_record c
       where c.closed_at < $1 and not exists (select from revocation_request r where r.call_id = c.id and r.state <> all($2))
       order by c.closed_at, c.id limit $3 for update skip locked`,
      [before, FINAL_REVOCATION_STATES, most],
    );
    const ids = found.map(({ id }) => id);
    await this.rows.query('update revocation_request set call_id = null where call_id = any($1::uuid[])', [ids]);
    await this.rows.query('delete from cip_identification where call_id = any($1::uuid[])', [ids]);
    await this.rows.query('delete from call_record where id = any($1::uuid[])', [ids]);
    await this.eraseOpenings('call', ids);
    return ids.length;
  }

  /** Who asked, what they told or laid on the counter, and what people wrote about it. That a certificate was ended, when, why and by whose hand stays. */
  async eraseRequests(before: Date, now: Date, most: number): Promise<number> {
    const [erased] = await this.rows.query<[{ readonly id: string }[], number]>(
      `update revocation_request set initials = '', proof = null, told = null, at_desk = null, call_back_at = null, notes = null, erased_at = $2
       where id in (
         select id from revocation_request where erased_at is null and state = any($3) and since < $1
         order by since, id limit $4 for update skip locked)
       returning id`,
      [before, now, FINAL_REVOCATION_STATES, most],
    );
    const ids = erased.map(({ id }) => id);
    await this.rows.query(`update revocation_move set reason = '' where request_id = any($1::uuid[]) and reason is not null`, [ids]);
    await this.eraseOpenings('revocation', ids);
    return ids.length;
  }

  private async eraseOpenings(kind: 'call' | 'revocation', ids: readonly string[]): Promise<void> {
    await this.rows.query('delete from audit_opening where row_id in (select id from audit_row where subject_kind = $1 and subject_id = any($2::text[]))', [kind, ids]);
  }
}
