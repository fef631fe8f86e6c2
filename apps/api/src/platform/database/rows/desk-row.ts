// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Closure, DeskKind, OpeningPeriod } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('body')
export class BodyRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly kind!: DeskKind;
  /** The days on which its desks' weeks do not count. */
  @Column('boolean') readonly isClosedOnHolidays!: boolean;
  @Column('int', { nullable: true }) readonly patronMonth!: number | null;
  @Column('int', { nullable: true }) readonly patronDay!: number | null;
  @Column('jsonb') readonly closures!: readonly Closure[];
  /** Grows with each change. */
  @Column('int') readonly revision!: number;
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
  @Column('int') readonly revision!: number;
  /** The address: all of it, or nothing. */
  @Column('text', { nullable: true }) readonly street!: string | null;
  @Column('text', { nullable: true }) readonly cap!: string | null;
  @Column('text', { nullable: true }) readonly municipality!: string | null;
  @Column('text', { nullable: true }) readonly province!: string | null;
  @Column('text', { nullable: true }) readonly istatCode!: string | null;
  @Column('text', { nullable: true }) readonly phone!: string | null;
  @Column('jsonb') readonly openingHours!: readonly OpeningPeriod[];
  /** What the weekly hours do not tell, line by line. */
  @Column('text', { array: true }) readonly hoursNotes!: readonly string[];
  /** The public list has it. */
  @Column('boolean') readonly isListed!: boolean;
  /** For good. */
  @Column('timestamptz', { nullable: true }) readonly closedAt!: Date | null;
  @Column('timestamptz') readonly createdAt!: Date;
}
