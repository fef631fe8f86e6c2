// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetState } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sheet')
export class SheetRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly deskId!: string;
  @Column('text') readonly controlNumber!: string;
  @Column('text') readonly state!: SheetState;
  /** Set from the moment the number is promised to a case. */
  @Column('uuid', { nullable: true }) readonly caseId!: string | null;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  /** The printer that it lies in, or came out of. */
  @Column('uuid', { nullable: true }) readonly stationId!: string | null;
  @Column('timestamptz') readonly changedAt!: Date;
}
