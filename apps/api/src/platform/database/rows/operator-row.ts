// SPDX-License-Identifier: AGPL-3.0-or-later
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@sportello/domain';

@Entity('operator')
export class OperatorRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly deskId!: string;
  @Column('text') readonly username!: string;
  @Column('text') readonly passwordHash!: string;
  @Column('text') readonly displayName!: string;
  @Column('text', { nullable: true }) readonly codiceFiscale!: string | null;
  @Column('text', { array: true }) readonly roles!: Role[];
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly disabledAt!: Date | null;
  /** *In formazione* from here until enabled; null: never. */
  @Column('timestamptz', { nullable: true }) readonly trainingSince!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly enabledAt!: Date | null;
}

/** How somebody proved who they are; kept in `session.means`. */
export type SignInMeans = 'password' | 'password+totp' | 'password+passkey' | 'password+recovery-code' | 'passkey' | 'spid' | 'cie' | 'single-sign-on';

@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly operatorId!: string;
  @Column('uuid') readonly deskId!: string;
  @Column('text') readonly means!: SignInMeans;
  @Column('bytea') readonly tokenHash!: Buffer;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly expiresAt!: Date;
  /** Of the last thing that a hand did in it. */
  @Column('timestamptz') readonly usedAt!: Date;
  /** Of the last time that its person proved who they are. */
  @Column('timestamptz') readonly provedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly lockedAt!: Date | null;
  /** A second factor is required and there is none yet: the session is good for that and nothing else. */
  @Column('boolean') readonly mayOnlyEnrol!: boolean;
  /** The station whose code this browser showed; null: none, or the desk has only one. */
  @Column('uuid', { nullable: true }) readonly stationId!: string | null;
}

@Entity('sign_in_attempt')
export class SignInAttemptRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('bytea') readonly accountMac!: Buffer;
  @Column('bytea') readonly sourceMac!: Buffer;
  /** By what a browser is known again; null: it brought nothing. */
  @Column('bytea', { nullable: true }) readonly browserMac!: Buffer | null;
  @Column('boolean') readonly succeeded!: boolean;
  @Column('timestamptz') readonly at!: Date;
}
