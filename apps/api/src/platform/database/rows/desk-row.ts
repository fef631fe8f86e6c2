// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('body')
export class BodyRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly kind!: DeskKind;
  @Column('timestamptz') readonly createdAt!: Date;
}

@Entity('desk')
export class DeskRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly bodyId!: string;
  @Column('text') readonly code!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly place!: string;
  @Column('text') readonly kind!: DeskKind;
  /** How the desk keeps its sheets; null: as its kind does. */
  @Column('int', { nullable: true }) readonly minimumSheets!: number | null;
  @Column('boolean', { nullable: true }) readonly isOnePerson!: boolean | null;
  @Column('int', { nullable: true }) readonly spoiledPerDay!: number | null;
  @Column('timestamptz') readonly createdAt!: Date;
}
