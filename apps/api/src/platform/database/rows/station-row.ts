// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition, ReaderCondition, RevocationReason } from '@sportello/contracts';
import type { Stationery } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('station')
export class StationRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly deskId!: string;
  @Column('text') readonly name!: string;
  @Column('bytea', { nullable: true }) readonly enrolmentCodeMac!: Buffer | null;
  @Column('timestamptz', { nullable: true }) readonly enrolmentExpiresAt!: Date | null;
  /** The code was used; the same key may come again with it, since the answer can get lost. */
  @Column('timestamptz', { nullable: true }) readonly enrolmentUsedAt!: Date | null;
  /** P-256 public keys as base64url of their points. */
  @Column('text', { nullable: true }) readonly signingKey!: string | null;
  @Column('text', { nullable: true }) readonly sealingKey!: string | null;
  @Column('timestamptz', { nullable: true }) readonly enrolledAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly revokedAt!: Date | null;
  @Column('text', { nullable: true }) readonly revokedBecause!: RevocationReason | null;
  /** Keyed MAC of the code that it shows to the browsers beside it; null until it has told one. */
  @Column('bytea', { nullable: true }) readonly codeMac!: Buffer | null;
  /** Grows with each change that an administrator makes. */
  @Column('int') readonly revision!: number;
  @Column('bigint') readonly lastSequence!: number;
  /** The stream over which it hears of jobs, while it is open. */
  @Column('uuid', { nullable: true }) readonly streamId!: string | null;
  /** When its last signed request came. */
  @Column('timestamptz', { nullable: true }) readonly lastSeenAt!: Date | null;
  @Column('text') readonly reader!: ReaderCondition;
  /** Null: the station has no second reader. */
  @Column('text', { nullable: true }) readonly operatorReader!: ReaderCondition | null;
  @Column('text') readonly envelopes!: PrinterCondition;
  @Column('text') readonly forms!: PrinterCondition;
  /** What its envelopes are printed on; null until it has said so. */
  @Column('text', { nullable: true }) readonly stationery!: Stationery | null;
  @Column('boolean') readonly isTest!: boolean;
  @Column('text', { nullable: true }) readonly version!: string | null;
  @Column('timestamptz') readonly createdAt!: Date;
}
