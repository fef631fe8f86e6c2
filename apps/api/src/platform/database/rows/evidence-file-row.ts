// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidencePaper, EvidenceType, WithdrawalReason } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a case. Whoever lists files leaves the bytes where they are: they are read one file at a time, to be looked at. */
@Entity('evidence_file')
export class EvidenceFileRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('text') readonly paper!: EvidencePaper;
  @Column('text') readonly type!: EvidenceType;
  @Column('integer') readonly pages!: number;
  /** Bytes of the content, before it was encrypted. */
  @Column('integer') readonly size!: number;
  /** Of the key in KEYS_DIR that wraps the file's own. */
  @Column('integer', { nullable: true }) readonly keyVersion!: number | null;
  @Column('bytea', { nullable: true }) readonly wrappedKey!: Buffer | null;
  @Column('bytea', { nullable: true }) readonly content!: Buffer | null;
  @Column('bytea', { nullable: true }) readonly thumbnail!: Buffer | null;
  @Column('uuid') readonly addedBy!: string;
  @Column('timestamptz') readonly addedAt!: Date;
  @Column('uuid', { nullable: true }) readonly withdrawnBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly withdrawnAt!: Date | null;
  @Column('text', { nullable: true }) readonly withdrawalReason!: WithdrawalReason | null;
  @Column('timestamptz', { nullable: true }) readonly erasedAt!: Date | null;
}
