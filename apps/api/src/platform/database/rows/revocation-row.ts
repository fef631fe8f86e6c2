// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Decree, Delegation, IdentityDocumentMessage, PaperSeen, PersonOnDocument, ToldProofMessage } from '@sportello/contracts';
import type {
  AuthorityAnswer,
  CaseKind,
  CertificateAct,
  CertificateRevocationReason,
  CrlReason,
  Declaration,
  IdentificationWay,
  RevocationApproval,
  RevocationAsker,
  RevocationStanding,
  RevocationState,
  ToldWithCip,
} from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was put on the counter by whoever asked there. */
export interface RequesterAtDesk {
  readonly document: IdentityDocumentMessage;
  readonly person: PersonOnDocument;
  readonly papers: readonly PaperSeen[];
  readonly declarations: readonly Declaration[];
  readonly decree: Decree | null;
  readonly delegation: Delegation | null;
}

@Entity('revocation_request')
export class RevocationRequestRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('integer') readonly year!: number;
  @Column('integer') readonly number!: number;
  @Column('integer') readonly revision!: number;
  @Column('text') readonly act!: CertificateAct;
  @Column('text') readonly reason!: CertificateRevocationReason;
  @Column('text') readonly crlReason!: CrlReason;
  @Column('text') readonly asker!: RevocationAsker;
  @Column('text', { nullable: true }) readonly caseKind!: CaseKind | null;
  @Column('text') readonly way!: IdentificationWay;
  @Column('text') readonly standing!: RevocationStanding;
  @Column('text') readonly approval!: RevocationApproval;
  @Column('text') readonly state!: RevocationState;
  /** Of its state. */
  @Column('timestamptz') readonly since!: Date;
  /** Null: the supervisor has still to choose the card. */
  @Column('text', { nullable: true }) readonly idCarta!: string | null;
  /** The issuer's Name, DER. */
  @Column('bytea', { nullable: true }) readonly certificateIssuer!: Buffer | null;
  /** Lower-case hex of the INTEGER's content. */
  @Column('text', { nullable: true }) readonly certificateSerial!: string | null;
  @Column('date', { nullable: true }) readonly certificateExpiresOn!: string | null;
  @Column('text') readonly initials!: string;
  @Column('timestamptz', { nullable: true }) readonly happenedAt!: Date | null;
  @Column('jsonb', { nullable: true }) readonly proof!: ToldProofMessage | null;
  /** What somebody said of themselves whom nobody recognised. */
  @Column('jsonb', { nullable: true }) readonly told!: ToldWithCip | null;
  @Column('jsonb', { nullable: true }) readonly atDesk!: RequesterAtDesk | null;
  @Column('text', { nullable: true }) readonly callBackAt!: string | null;
  @Column('text', { nullable: true }) readonly notes!: string | null;
  /** What went to somebody else. */
  @Column('text', { nullable: true }) readonly wronglyDelivered!: 'codes' | 'card' | 'both' | null;
  @Column('boolean') readonly isBreach!: boolean;
  @Column('boolean') readonly isOutOfHours!: boolean;
  @Column('uuid', { nullable: true }) readonly callId!: string | null;
  @Column('uuid', { nullable: true }) readonly caseId!: string | null;
  @Column('uuid', { nullable: true }) readonly lotId!: string | null;
  /** Null: by the public page. */
  @Column('uuid', { nullable: true }) readonly deskId!: string | null;
  @Column('uuid', { nullable: true }) readonly recordedBy!: string | null;
  @Column('timestamptz') readonly recordedAt!: Date;
  @Column('uuid', { nullable: true }) readonly decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly verifiedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly transmittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly visibleAt!: Date | null;
  /** When it was told that it is late in its state. */
  @Column('timestamptz', { nullable: true }) readonly alertedAt!: Date | null;
}

/** One transaction with the authority, and when it is due again. */
@Entity('revocation_attempt')
export class RevocationAttemptRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly requestId!: string;
  /** Sixteen bytes, lower-case hex. */
  @Column('text') readonly transactionId!: string;
  @Column('bytea') readonly certificateIssuer!: Buffer;
  @Column('text') readonly certificateSerial!: string;
  @Column('text') readonly crlReason!: CrlReason;
  /** It has time: whoever asked alone goes first. */
  @Column('boolean') readonly isOfLot!: boolean;
  /** When the revocation was asked for, as the authority is told. */
  @Column('timestamptz') readonly askedAt!: Date;
  /** Nobody answers, or only that it cannot be now. */
  @Column('timestamptz', { nullable: true }) readonly failingSince!: Date | null;
  /** What is answered is not believed. */
  @Column('timestamptz', { nullable: true }) readonly doubtedSince!: Date | null;
  @Column('text', { nullable: true }) readonly authority!: 'cmp' | 'file' | null;
  @Column('integer') readonly tries!: number;
  @Column('timestamptz', { nullable: true }) readonly lastTryAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly nextTryAt!: Date | null;
  @Column('text', { nullable: true }) readonly lastAnswer!: AuthorityAnswer | null;
  @Column('text', { nullable: true }) readonly answerWords!: string | null;
  /** What a poll brings along. */
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  @Column('integer') readonly looks!: number;
  @Column('timestamptz', { nullable: true }) readonly nextLookAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly deadAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly endedAt!: Date | null;
}
