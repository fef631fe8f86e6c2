// SPDX-License-Identifier: AGPL-3.0-or-later
import { FINAL_CASE_STATES } from '@sportello/domain';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import { DeskRow } from '../database/rows/desk-row';

/** What a step may write on a case besides its state. */
export type CaseChanges = Partial<Omit<CaseRow, 'id' | 'deskId' | 'state' | 'revision' | 'changedAt' | 'idCarta'>>;

export type NumberSeries = 'case-of-desk' | 'receipt-of-body' | 'bag-of-desk' | 'revocation-requests' | 'call-of-desk';

/** Owns the series that belong to no desk and no body. */
export const WHOLE_INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** SQL: so many more numbers of a series that begins anew each year, on a condition; answered by the last of them. */
export function nextNumbersSql({ series, owner, year, count, when = 'true' }: Readonly<Record<'series' | 'owner' | 'year' | 'count', string>> & { readonly when?: string }): string {
  return `insert into number_series (series, owner_id, year, last) select ${series}::text, ${owner}::uuid, ${year}::integer, ${count}::integer where ${when}
    on conflict (series, owner_id, year) do update set last = number_series.last + excluded.last returning last`;
}

export class CaseRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The case, held until the transaction ends: two acts on one case come one after the other. */
  async held(caseId: string): Promise<CaseRow | undefined> {
    return (await this.rows.findOne(CaseRow, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** The case as it stands, at whatever desk. */
  async byId(caseId: string): Promise<CaseRow | undefined> {
    return (await this.rows.findOneBy(CaseRow, { id: caseId })) ?? undefined;
  }

  /** The body whose desk a case is at. */
  async bodyOf({ deskId }: Pick<CaseRow, 'deskId'>): Promise<string> {
    return (await this.rows.findOneOrFail(DeskRow, { where: { id: deskId }, select: { id: true, bodyId: true } })).bodyId;
  }

  /** The open case of a card, held; there is one at most, at whatever desk. */
  async heldOpenOf(idCarta: string): Promise<CaseRow | undefined> {
    const where = { idCarta, state: Not(In([...FINAL_CASE_STATES])) };
    return (await this.rows.findOne(CaseRow, { where, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** Opens the case unless its card has an open one. Of two that come at once, the second waits for the first and then finds it. */
  async insertUnlessOpen(row: CaseRow): Promise<boolean> {
    const inserted = await this.rows.createQueryBuilder().insert().into(CaseRow).values(row as object).orIgnore().returning('id').execute();
    return (inserted.raw as readonly unknown[]).length > 0;
  }

  /** The case after one step. */
  async step(row: CaseRow, state: CaseRow['state'], now: Date, changes: CaseChanges): Promise<CaseRow> {
    const written = { ...changes, state, revision: row.revision + 1, changedAt: now };
    await this.rows.update(CaseRow, { id: row.id }, written as object);
    return { ...row, ...written };
  }

  /** What stands in the way of the case's paper, or nothing any more. What stopped a case is not written over. */
  async noteObstacle(row: CaseRow, obstacle: Pick<CaseRow, 'obstacleCode' | 'obstacleDetails'>): Promise<void> {
    await this.rows.update(CaseRow, { id: row.id, stoppedAt: IsNull() }, { ...obstacle, revision: row.revision + 1 } as object);
  }

  /** The form is being printed again: what kept it from coming out is past. */
  async forgetFormTrouble(row: CaseRow): Promise<void> {
    const isOfForm = row.obstacleCode === 'printer-unavailable' && row.obstacleDetails?.['printer'] === 'forms';
    if (isOfForm) await this.noteObstacle(row, { obstacleCode: null, obstacleDetails: null });
  }

  /** Nothing more is written for the case until a supervisor has decided. */
  async stop(row: CaseRow, obstacleDetails: NonNullable<CaseRow['obstacleDetails']>, now: Date): Promise<void> {
    const changes: CaseChanges = { obstacleCode: 'supervisor-needed', obstacleDetails, stoppedAt: now };
    await this.rows.update(CaseRow, { id: row.id }, { ...changes, revision: row.revision + 1 } as object);
  }

  /** The case is somebody else's to finish from now on; the case itself does not move. */
  async handTo(row: CaseRow, operatorId: string): Promise<CaseRow> {
    const written = { inCharge: operatorId, revision: row.revision + 1 };
    await this.rows.update(CaseRow, { id: row.id }, written);
    return { ...row, ...written };
  }

  async keepDocument(document: IdentityDocumentRow): Promise<void> {
    await this.rows.insert(IdentityDocumentRow, document);
  }

  async documentOf(caseId: string): Promise<IdentityDocumentRow | undefined> {
    return (await this.rows.findOneBy(IdentityDocumentRow, { caseId })) ?? undefined;
  }

  /** The next number of a series that begins anew each year. Who asks at the same time waits, so that no number is given twice. */
  async nextNumber(series: NumberSeries, ownerId: string, year: number): Promise<number> {
    return this.nextNumbers(series, ownerId, year, 1);
  }

  /** So many at once; answers the first. */
  async nextNumbers(series: NumberSeries, ownerId: string, year: number, count: number): Promise<number> {
    const [given] = await this.rows.query<[{ readonly last: number }]>(
      nextNumbersSql({ series: '$1', owner: '$2', year: '$3', count: '$4' }),
      [series, ownerId, year, count],
    );
    return given.last - count + 1;
  }
}
