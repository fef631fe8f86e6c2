// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PaperSeen } from '@sportello/contracts';
import type { Declaration } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { CaseApplicationRow, CaseDeclarationRow, CasePaperRow, FiledPaperRow } from '../database/rows/case-application-row';
import { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';

/** What came with an application besides its row. */
export interface ApplicationPapers {
  readonly papers: readonly PaperSeen[];
  readonly declarations: readonly Declaration[];
}

/** A case in which somebody came for the holder, as far as a later card of the same visit needs it. */
export interface IdentifiedVisit {
  readonly row: CaseRow;
  readonly application: CaseApplicationRow;
  readonly document: IdentityDocumentRow;
  /** When the document was seen: in this case, or in the one that the identification was carried over from. */
  readonly seenAt: Date;
}

export class CaseApplicationRepository {
  constructor(private readonly rows: EntityManager) {}

  async keep(application: CaseApplicationRow, { papers, declarations }: ApplicationPapers, at: Date): Promise<void> {
    const { caseId } = application;
    await this.rows.insert(CaseApplicationRow, application);
    if (papers.length > 0) await this.rows.insert(CasePaperRow, papers.map((paper) => ({ ...paper, caseId, at })));
    if (declarations.length > 0) await this.rows.insert(CaseDeclarationRow, declarations.map((declaration) => ({ declaration, caseId, at })));
  }

  async of(caseId: string): Promise<CaseApplicationRow | undefined> {
    return (await this.rows.findOneBy(CaseApplicationRow, { caseId })) ?? undefined;
  }

  async papersOf(caseId: string): Promise<readonly PaperSeen[]> {
    return (await this.rows.findBy(CasePaperRow, { caseId })).map(({ paper, handling }) => ({ paper, handling }));
  }

  async declarationsOf(caseId: string): Promise<readonly Declaration[]> {
    return (await this.rows.findBy(CaseDeclarationRow, { caseId })).map(({ declaration }) => declaration);
  }

  /** Nothing before the identification, and nothing when it has been erased. */
  async visitOf(caseId: string): Promise<IdentifiedVisit | undefined> {
    const row = await this.rows.findOneBy(CaseRow, { id: caseId });
    const application = row && (await this.of(caseId));
    const document = application && (await this.rows.findOneBy(IdentityDocumentRow, { caseId }));
    if (!row || !application || !document) return undefined;
    const first = application.carriedFrom === null ? document : await this.rows.findOneBy(IdentityDocumentRow, { caseId: application.carriedFrom });
    return { row, application, document, seenAt: (first ?? document).identifiedAt };
  }

  async filedOf(caseId: string): Promise<readonly FiledPaperRow[]> {
    return this.rows.find(FiledPaperRow, { where: { caseId }, order: { at: 'ASC', paper: 'ASC' } });
  }

  /** False when it was filed already. */
  async file(paper: FiledPaperRow): Promise<boolean> {
    const inserted = await this.rows.createQueryBuilder().insert().into(FiledPaperRow).values(paper).orIgnore().returning('paper').execute();
    return (inserted.raw as readonly unknown[]).length > 0;
  }
}
