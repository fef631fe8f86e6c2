// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('visit')
export class VisitRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly deskId!: string;
  @Column('uuid') readonly stationId!: string;
  @Column('uuid') readonly insertionId!: string;
  @Column('uuid', { nullable: true }) readonly operatorId!: string | null;
  @Column('text') readonly reason!: ProblemCode;
  @Column('text', { nullable: true }) readonly cardType!: string | null;
  @Column('text', { nullable: true }) readonly regionCode!: string | null;
  @Column('timestamptz') readonly at!: Date;
}
