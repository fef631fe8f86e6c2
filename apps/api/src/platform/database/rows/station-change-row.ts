// SPDX-License-Identifier: AGPL-3.0-or-later
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case is to be finished at another station than the one that drew its codes. The id is the vault's own for the request. */
@Entity('station_change')
export class StationChangeRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly intentId!: string;
  @Column('uuid') readonly toStationId!: string;
  /** Thumbprint of the key that the codes are to be sealed to. */
  @Column('text') readonly toKey!: string;
  /** What both people's approvals are made over. */
  @Column('text') readonly challenge!: string;
  @Column('text') readonly state!: 'opened' | 'asked' | 'done' | 'refused';
  @Column('uuid') readonly openedBy!: string;
  @Column('timestamptz') readonly openedAt!: Date;
  @Column('timestamptz') readonly expiresAt!: Date;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  @Column('timestamptz', { nullable: true }) readonly askedAt!: Date | null;
  @Column('uuid', { nullable: true }) readonly confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly endedAt!: Date | null;
  /** The case's last write lease before the codes went to the other station. */
  @Column('integer', { nullable: true }) readonly lastFence!: number | null;
}
