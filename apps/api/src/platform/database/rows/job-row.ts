// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StationJob } from '@sportello/contracts';
import type { PaperKind } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('job')
export class JobRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly stationId!: string;
  /** Null: a paper that is no case's. */
  @Column('uuid', { nullable: true }) readonly caseId!: string | null;
  @Column('text') readonly type!: StationJob['type'];
  /** Of a paper without a code: which. */
  @Column('text', { nullable: true }) readonly paper!: PaperKind | null;
  @Column('text') readonly state!: 'pending' | 'completed' | 'failed' | 'cancelled';
  /** Only while the job is pending. */
  @Column('jsonb', { nullable: true }) readonly message!: StationJob | null;
  /** Of a write: the number of its lease. */
  @Column('integer', { nullable: true }) readonly fence!: number | null;
  /** Of a write: the stay of the card for which it was given. */
  @Column('uuid', { nullable: true }) readonly insertionId!: string | null;
  @Column('timestamptz', { nullable: true }) readonly submittedAt!: Date | null;
  @Column('text', { nullable: true }) readonly outcome!: string | null;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly endedAt!: Date | null;
}
