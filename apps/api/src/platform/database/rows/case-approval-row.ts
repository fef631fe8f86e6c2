// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApprovalState } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request for a supervisor's approval, and what came of it. */
@Entity('case_approval')
export class CaseApprovalRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('text') readonly state!: ApprovalState;
  @Column('uuid') readonly askedBy!: string;
  @Column('timestamptz') readonly askedAt!: Date;
  @Column('timestamptz') readonly expiresAt!: Date;
  /** The citizen went, and comes back without queueing. */
  @Column('timestamptz', { nullable: true }) readonly deferredAt!: Date | null;
  @Column('uuid', { nullable: true }) readonly decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt!: Date | null;
  /** Where the supervisor signed. */
  @Column('text', { nullable: true }) readonly signedAt!: 'own-page' | 'operators-desk' | null;
  /** In the supervisor's words; nowhere else. */
  @Column('text', { nullable: true }) readonly reason!: string | null;
  /** The last day on which the approval may be used. */
  @Column('date', { nullable: true }) readonly validThrough!: string | null;
}
