// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Decree } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { CaseApprovalRow } from '../database/rows/case-approval-row';

/** A request with the names that the page shows, and what it is about. */
export interface FoundApproval {
  readonly row: CaseApprovalRow;
  readonly askedBy: string;
  readonly decidedBy: string | null;
  readonly decree: Decree | null;
}

export class CaseApprovalRepository {
  constructor(private readonly rows: EntityManager) {}

  async open(approval: CaseApprovalRow): Promise<void> {
    await this.rows.insert(CaseApprovalRow, approval);
  }

  /** The newest request of a case; whoever changes it holds the case. */
  async lastOf(caseId: string): Promise<CaseApprovalRow | undefined> {
    return (await this.rows.findOne(CaseApprovalRow, { where: { caseId }, order: { askedAt: 'DESC', id: 'DESC' } })) ?? undefined;
  }

  async shownOf(caseId: string): Promise<FoundApproval | undefined> {
    const row = await this.lastOf(caseId);
    if (!row) return undefined;
    const [names] = await this.rows.query<[Omit<FoundApproval, 'row'>]>(
      `select (select display_name from operator where id = $1) as "askedBy", (select display_name from operator where id = $2) as "decidedBy",
         (select decree from case_application where case_id = $3) as decree`,
      [row.askedBy, row.decidedBy, caseId],
    );
    return { row, ...names };
  }

  async change(id: string, changes: Partial<Omit<CaseApprovalRow, 'id' | 'caseId'>>): Promise<void> {
    await this.rows.update(CaseApprovalRow, { id }, changes);
  }

  /** The case ended by another act: nobody has to answer any more. False when nothing was waiting. */
  async withdrawOf(caseId: string): Promise<boolean> {
    const { affected } = await this.rows.update(CaseApprovalRow, { caseId, state: 'waiting' }, { state: 'withdrawn' });
    return affected === 1;
  }

  /** The cases of requests whose time is over. */
  async overdue(now: Date): Promise<readonly string[]> {
    const found = await this.rows.query<{ readonly caseId: string }[]>(`select case_id as "caseId" from case_approval where state = 'waiting' and expires_at <= $1 order by expires_at`, [now]);
    return found.map(({ caseId }) => caseId);
  }

  /** When the next of the waiting requests is over. */
  async nextExpiry(): Promise<Date | null> {
    const [found] = await this.rows.query<[{ readonly at: Date | null }]>(`select min(expires_at) as at from case_approval where state = 'waiting'`);
    return found.at;
  }
}
