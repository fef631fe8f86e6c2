// SPDX-License-Identifier: AGPL-3.0-or-later
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('issuer_key_version')
export class IssuerKeyVersionRow {
  @PrimaryColumn('integer') readonly version!: number;
  @Column('timestamptz') readonly createdAt!: Date;
  /** Nothing is written under a stopped version until an administrator lifts the stop. */
  @Column('timestamptz', { nullable: true }) readonly stoppedAt!: Date | null;
  /** The API no longer holds it: nothing is printed for its cards. */
  @Column('timestamptz', { nullable: true }) readonly takenOutAt!: Date | null;
}

@Entity('issuer_key_refusal')
export class IssuerKeyRefusalRow {
  @PrimaryColumn('integer') readonly version!: number;
  @PrimaryColumn('text') readonly idCarta!: string;
  @Column('timestamptz') readonly at!: Date;
}

/** A challenge that a lease was answered. The cryptogram is not kept: it can be computed again. */
@Entity('issuer_challenge')
export class IssuerChallengeRow {
  @PrimaryColumn('uuid') readonly jobId!: string;
  @Column('integer') readonly keyVersion!: number;
  @PrimaryColumn('bytea') readonly challenge!: Buffer;
  @Column('timestamptz') readonly at!: Date;
}
