// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscaleValue, SingleSignOnRefusal } from '@sportello/domain';
import { type EntityManager, In } from 'typeorm';
import { OperatorRow } from '../../../platform/database/rows/operator-row';
import { PendingSingleSignOnRow } from '../../../platform/database/rows/pending-single-sign-on-row';

export type Conclusion =
  | { readonly kind: 'proven'; readonly operatorId: string; readonly means: NonNullable<PendingSingleSignOnRow['means']> }
  | { readonly kind: 'refused'; readonly refusal: SingleSignOnRefusal };

export class SingleSignOnRepository {
  constructor(private readonly rows: EntityManager) {}

  async ask(row: Pick<PendingSingleSignOnRow, 'id' | 'stateHash' | 'browserHash' | 'isInOwnTab' | 'askedAt' | 'expiresAt'>): Promise<void> {
    await this.rows.insert(PendingSingleSignOnRow, row);
  }

  /** Whether the browser has a request on its way: another tab of it then goes by the same cookie. */
  async hasAsked(browserHash: Buffer, now: Date): Promise<boolean> {
    const found = await this.rows.query<unknown[]>('select from pending_single_sign_on where browser_hash = $1 and expires_at > $2 limit 1', [browserHash, now]);
    return found.length > 0;
  }

  /** Uses a request up, for the browser that made it. One statement: of two copies of an address one gets it. */
  async use(stateHash: Buffer, browserHash: Buffer, now: Date): Promise<PendingSingleSignOnRow | undefined> {
    const { affected } = await this.rows
      .createQueryBuilder()
      .update(PendingSingleSignOnRow)
      .set({ usedAt: now })
      .where('state_hash = :stateHash and browser_hash = :browserHash and used_at is null and concluded_at is null and expires_at > :now', { stateHash, browserHash, now })
      .execute();
    return affected === 1 ? this.rows.findOneByOrFail(PendingSingleSignOnRow, { stateHash }) : undefined;
  }

  async conclude(id: string, conclusion: Conclusion, now: Date, expiresAt: Date): Promise<void> {
    const came = conclusion.kind === 'proven' ? { operatorId: conclusion.operatorId, means: conclusion.means } : { refusal: conclusion.refusal };
    await this.rows.update(PendingSingleSignOnRow, { id }, { ...came, concludedAt: now, expiresAt });
  }

  /** What came of the browser's newest request that is concluded; told once. */
  async collect(browserHash: Buffer, now: Date): Promise<Conclusion | undefined> {
    const [[found]] = await this.rows.query<[Pick<PendingSingleSignOnRow, 'operatorId' | 'means' | 'refusal'>[], number]>(
      `delete from pending_single_sign_on where id = (
         select id from pending_single_sign_on where browser_hash = $1 and concluded_at is not null and expires_at > $2 order by concluded_at desc limit 1 for update)
       returning operator_id as "operatorId", means, refusal`,
      [browserHash, now],
    );
    if (!found) return undefined;
    const { operatorId, means, refusal } = found;
    if (operatorId !== null && means !== null) return { kind: 'proven', operatorId, means };
    return { kind: 'refused', refusal: refusal ?? 'stale-request' };
  }

  async operatorsKnownAs(codes: readonly CodiceFiscaleValue[]): Promise<readonly OperatorRow[]> {
    return this.rows.findBy(OperatorRow, { codiceFiscale: In([...codes]) });
  }

  async activeOperator(id: string): Promise<OperatorRow | undefined> {
    const operator = await this.rows.findOneBy(OperatorRow, { id });
    return operator?.disabledAt === null ? operator : undefined;
  }
}
