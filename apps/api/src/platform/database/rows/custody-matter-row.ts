// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MatterKind, MatterOutcome, MatterState, SheetRange } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('custody_matter')
export class CustodyMatterRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly deskId!: string;
  @Column('uuid', { nullable: true }) readonly stationId!: string | null;
  @Column('uuid', { nullable: true }) readonly transferId!: string | null;
  @Column('uuid', { nullable: true }) readonly countId!: string | null;
  @Column('text') readonly kind!: MatterKind;
  @Column('text') readonly state!: MatterState;
  @Column('date') readonly day!: string;
  /** Null: the books themselves. */
  @Column('uuid', { nullable: true }) readonly openedBy!: string | null;
  @Column('timestamptz') readonly openedAt!: Date;
  /** The sheets that may have to go out of use. */
  @Column('jsonb') readonly ranges!: readonly SheetRange[];
  @Column('text', { nullable: true }) readonly expected!: string | null;
  @Column('text', { nullable: true }) readonly numberRead!: string | null;
  @Column('text', { nullable: true }) readonly outcome!: MatterOutcome | null;
  @Column('uuid', { nullable: true }) readonly signedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly signedAt!: Date | null;
  @Column('text', { nullable: true }) readonly signReason!: string | null;
  @Column('uuid', { nullable: true }) readonly countersignedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly countersignedAt!: Date | null;
  @Column('text', { nullable: true }) readonly countersignReason!: string | null;
  @Column('boolean') readonly isStopping!: boolean;
  @Column('timestamptz', { nullable: true }) readonly tookEffectAt!: Date | null;
}
