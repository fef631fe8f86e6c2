// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidencePaper, EvidenceType, WithdrawalReason } from '@sportello/domain';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { EvidenceFileRow } from '../database/rows/evidence-file-row';
import type { EvidencePart, SealedEvidence } from './evidence-cipher';

/** A file by all that is known of it without its bytes. */
export type ListedEvidence = Pick<EvidenceFileRow, 'id' | 'paper' | 'type' | 'pages' | 'size' | 'addedAt' | 'withdrawnAt' | 'withdrawalReason' | 'erasedAt'> & {
  readonly addedBy: string;
  readonly withdrawnBy: string | null;
};

/** One part of a file, as it is kept. */
export interface KeptPart {
  readonly paper: EvidencePaper;
  readonly type: EvidenceType;
  readonly pages: number;
  /** Null: taken back, or erased. */
  readonly sealed: { readonly keyVersion: number; readonly wrappedKey: Buffer; readonly bytes: Buffer } | null;
}

export type WrappedFile = Pick<EvidenceFileRow, 'id' | 'caseId' | 'paper'> & Pick<SealedEvidence, 'keyVersion' | 'wrappedKey'>;

const NO_BYTES = { keyVersion: null, wrappedKey: null, content: null, thumbnail: null } as const;

export class EvidenceRepository {
  constructor(private readonly rows: EntityManager) {}

  async add(file: Omit<EvidenceFileRow, 'withdrawnBy' | 'withdrawnAt' | 'withdrawalReason' | 'erasedAt'>): Promise<void> {
    await this.rows.insert(EvidenceFileRow, file);
  }

  /** Files of the case that still have their bytes. */
  countKept(caseId: string): Promise<number> {
    return this.rows.countBy(EvidenceFileRow, { caseId, content: Not(IsNull()) });
  }

  /** All files of the case, in the order in which they came. */
  ofCase(caseId: string): Promise<ListedEvidence[]> {
    return this.rows.query(
      `select f.id, f.paper, f.type, f.pages, f.size, f.added_at as "addedAt", a.display_name as "addedBy", f.withdrawn_at as "withdrawnAt", w.display_name as "withdrawnBy",
         f.withdrawal_reason as "withdrawalReason", f.erased_at as "erasedAt"
       from evidence_file f join operator a on a.id = f.added_by left join operator w on w.id = f.withdrawn_by
       where f.case_id = $1 order by f.added_at, f.id`,
      [caseId],
    );
  }

  async part(caseId: string, id: string, part: EvidencePart): Promise<KeptPart | undefined> {
    const found = await this.rows.findOne(EvidenceFileRow, { where: { id, caseId }, select: { id: true, paper: true, type: true, pages: true, keyVersion: true, wrappedKey: true, [part]: true } });
    if (!found) return undefined;
    const { paper, type, pages, keyVersion, wrappedKey, [part]: bytes } = found;
    return { paper, type, pages, sealed: keyVersion !== null && wrappedKey && bytes ? { keyVersion, wrappedKey, bytes } : null };
  }

  /** Destroys the bytes and says who, when and why. Answers which paper it was; nothing when the bytes were gone, or there is no such file. */
  async withdraw(caseId: string, id: string, { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: WithdrawalReason }): Promise<EvidencePaper | undefined> {
    const changes = { ...NO_BYTES, withdrawnBy: by, withdrawnAt: at, withdrawalReason: reason };
    const withdrawn = await this.rows.createQueryBuilder().update(EvidenceFileRow).set(changes).where({ id, caseId, content: Not(IsNull()) }).returning('paper').execute();
    return (withdrawn.raw as readonly { readonly paper: EvidencePaper }[])[0]?.paper;
  }

  /** Some files whose key is not wrapped under this version, held. */
  underOtherVersion(version: number, most: number): Promise<WrappedFile[]> {
    return this.rows.query(
      `select id, case_id as "caseId", paper, key_version as "keyVersion", wrapped_key as "wrappedKey" from evidence_file
       where content is not null and key_version <> $1 order by id limit $2 for update skip locked`,
      [version, most],
    );
  }

  async keepWrapped(id: string, { keyVersion, wrappedKey }: Pick<SealedEvidence, 'keyVersion' | 'wrappedKey'>): Promise<void> {
    await this.rows.update(EvidenceFileRow, { id }, { keyVersion, wrappedKey });
  }

  /** Which versions files are wrapped under, and how many each. */
  keyVersions(): Promise<{ readonly version: number; readonly files: number }[]> {
    return this.rows.query('select key_version as version, count(*)::int as files from evidence_file where content is not null group by key_version order by key_version');
  }
}
