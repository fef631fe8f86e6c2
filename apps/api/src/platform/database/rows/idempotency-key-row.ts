// SPDX-License-Identifier: AGPL-3.0-or-later
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredAnswer } from '../../idempotency/stored-answer';

@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid') readonly operatorId!: string;
  @PrimaryColumn('uuid') readonly key!: string;
  @Column('bytea') readonly fingerprint!: Buffer;
  /** Null only inside the transaction of the act itself. */
  @Column('jsonb', { nullable: true }) readonly answer!: StoredAnswer | null;
  @Column('timestamptz') readonly createdAt!: Date;
}
