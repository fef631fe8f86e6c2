// SPDX-License-Identifier: AGPL-3.0-or-later
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SingleSignOnRefusal } from '@sportello/domain';
import type { SignInMeans } from './operator-row';

/** A request to the provider of single sign-on: asked, used once, concluded, and gone with its answer. */
@Entity('pending_single_sign_on')
export class PendingSingleSignOnRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('bytea') readonly stateHash!: Buffer;
  @Column('bytea') readonly browserHash!: Buffer;
  @Column('boolean') readonly isInOwnTab!: boolean;
  @Column('timestamptz') readonly askedAt!: Date;
  @Column('timestamptz') readonly expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly usedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly concludedAt!: Date | null;
  @Column('uuid', { nullable: true }) readonly operatorId!: string | null;
  @Column('text', { nullable: true }) readonly means!: Extract<SignInMeans, 'spid' | 'cie' | 'single-sign-on'> | null;
  @Column('text', { nullable: true }) readonly refusal!: SingleSignOnRefusal | null;
}
