// SPDX-License-Identifier: AGPL-3.0-or-later
import type { COMPARED_FIELDS, PersonOnDocument, ProblemCode } from '@sportello/contracts';
import type { ActivationMethod } from '@sportello/card-io/issuer';
import type { CaseKind, CasePurpose, CaseState, DocumentType, DuplicateReason, EnvelopeLanguage, EnvelopeLayout, ModeOfActivation } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HolderEvidence } from '../../activation/card-on-desk';

@Entity('activation_case')
export class CaseRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly deskId!: string;
  @Column('integer') readonly year!: number;
  @Column('integer') readonly number!: number;
  @Column('text') readonly kind!: CaseKind;
  @Column('text') readonly purpose!: CasePurpose;
  /** Set on a duplicate of codes, and on nothing else. */
  @Column('text', { nullable: true }) readonly duplicateReason!: DuplicateReason | null;
  /** The case of the same visit whose applicant goes on with this card. */
  @Column('uuid', { nullable: true }) readonly visitCaseId!: string | null;
  @Column('text') readonly mode!: ModeOfActivation;
  /** How the card is written; decided when the case was opened. */
  @Column('text') readonly method!: ActivationMethod;
  @Column('text') readonly state!: CaseState;
  @Column('integer') readonly revision!: number;
  @Column('text') readonly idCarta!: string;
  @Column('text', { nullable: true }) readonly cardType!: string | null;
  @Column('text') readonly initials!: string;
  /** Evidence, kept from the identification on. */
  @Column('jsonb', { nullable: true }) readonly holder!: HolderEvidence | null;
  @Column('bytea', { nullable: true }) readonly certificate!: Buffer | null;
  @Column('text', { nullable: true }) readonly receiptNumber!: string | null;
  /** As the citizen wants the envelope; kept for new codes. */
  @Column('text') readonly envelopeLanguage!: EnvelopeLanguage;
  @Column('text') readonly envelopeLayout!: EnvelopeLayout;
  /** Number of the last write lease. */
  @Column('integer') readonly fence!: number;
  /** Leases that may be given without anybody's decision; a supervisor's adds to them. */
  @Column('integer') readonly fenceLimit!: number;
  @Column('text', { nullable: true }) readonly obstacleCode!: ProblemCode | null;
  @Column('jsonb', { nullable: true }) readonly obstacleDetails!: Readonly<Record<string, unknown>> | null;
  /** Set while nothing more may be written by itself: only a supervisor's act, or the chip's own proof, takes it away. The obstacle says why, and stays with it. */
  @Column('timestamptz', { nullable: true }) readonly stoppedAt!: Date | null;
  @Column('text', { nullable: true }) readonly refusalCode!: ProblemCode | null;
  @Column('text', { nullable: true }) readonly refusalNote!: string | null;
  @Column('uuid') readonly openedBy!: string;
  /** Whose hands it is in; null: whoever opened it. */
  @Column('uuid', { nullable: true }) readonly inCharge!: string | null;
  @Column('timestamptz') readonly openedAt!: Date;
  @Column('timestamptz') readonly changedAt!: Date;
  /** When the term was over and what it says of a person was erased. */
  @Column('timestamptz', { nullable: true }) readonly erasedAt!: Date | null;
}

/** What a supervisor decided on a case, and why, in their own words. */
@Entity('case_decision')
export class CaseDecisionRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly operatorId!: string;
  @Column('text') readonly decision!: 'resume-writing' | 'new-codes' | 'close-as-lost' | 'station-change';
  @Column('text') readonly reason!: string;
  /** What still has to be done about the card. */
  @Column('text', { nullable: true }) readonly followUp!: 'revocation' | null;
  @Column('timestamptz') readonly at!: Date;
}

@Entity('identity_document')
export class IdentityDocumentRow {
  @PrimaryColumn('uuid') readonly caseId!: string;
  @Column('text') readonly type!: DocumentType;
  @Column('text') readonly number!: string;
  @Column('text') readonly issuer!: string;
  @Column('date') readonly issuedOn!: string;
  @Column('date', { nullable: true }) readonly expiresOn!: string | null;
  @Column('text') readonly source!: 'typed' | 'mrz';
  @Column('jsonb') readonly person!: PersonOnDocument;
  @Column('text', { array: true }) readonly accepted!: (typeof COMPARED_FIELDS)[number][];
  @Column('uuid') readonly identifiedBy!: string;
  @Column('timestamptz') readonly identifiedAt!: Date;
}
