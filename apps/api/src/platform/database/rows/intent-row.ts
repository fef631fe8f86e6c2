// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobFigures, SealedBlobMessage } from '@sportello/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('intent')
export class IntentRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly jobId!: string;
  @Column('uuid') readonly stationId!: string;
  @Column('uuid') readonly sheetId!: string;
  @Column('text') readonly idCarta!: string;
  @Column('text') readonly controlNumber!: string;
  /** SHA-256 of the request's canonical JSON: the same key with another body is refused. */
  @Column('bytea') readonly bodyHash!: Buffer;
  @Column('jsonb', { nullable: true }) readonly stationBlob!: SealedBlobMessage | null;
  @Column('jsonb', { nullable: true }) readonly vaultBlob!: SealedBlobMessage | null;
  /** The station's, over the vault's blob and all that it is bound to; null: recorded before stations gave one. */
  @Column('text', { nullable: true }) readonly vaultSignature!: string | null;
  /** The vault's, since it sealed `stationBlob`; null: the station that drew the codes did. */
  @Column('text', { nullable: true }) readonly resealSignature!: string | null;
  @Column('text') readonly signature!: string;
  @Column('bytea') readonly outerCodeMac!: Buffer;
  @Column('text', { nullable: true }) readonly cipVerifier!: string | null;
  @Column('timestamptz', { nullable: true }) readonly cipValidFrom!: Date | null;
  @Column('bytea') readonly nonce!: Buffer;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly sheetScannedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly cardCheckedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly codesWrittenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly proofSignedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly outcomeRecordedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly blobsDestroyedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly voidedAt!: Date | null;
  @Column('text', { nullable: true }) readonly voidReason!: string | null;
}

@Entity('proof')
export class ProofRow {
  @PrimaryColumn('uuid') readonly intentId!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly jobId!: string;
  @Column('boolean') readonly isValid!: boolean;
  @Column('text') readonly finding!: string;
  @Column('bytea') readonly signature!: Buffer;
  /** Null once the case was erased: it names the holder. */
  @Column('bytea', { nullable: true }) readonly certificate!: Buffer | null;
  /** In its place: the key that the signature is checked with (SubjectPublicKeyInfo). */
  @Column('bytea', { nullable: true }) readonly publicKey!: Buffer | null;
  @Column('jsonb') readonly figures!: JobFigures;
  @Column('timestamptz') readonly at!: Date;
}
