// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ABSENT_CARD_REASONS, Decree, Delegation, PaperSeen } from '@sportello/contracts';
import type { ApplicantQuality, ApplicationWarning, Declaration } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who came for the holder, with which card of their own, and on which grounds; the person is the document's. */
@Entity('case_application')
export class CaseApplicationRow {
  @PrimaryColumn('uuid') readonly caseId!: string;
  @Column('text') readonly quality!: ApplicantQuality;
  /** Null: the card was not asked for, and not shown. */
  @Column('text', { nullable: true }) readonly cardState!: 'presented' | 'seen' | 'absent' | null;
  /** All sixteen digits of a card in a reader; the last eight of one that was only seen. */
  @Column('text', { nullable: true }) readonly cardIdCarta!: string | null;
  @Column('text', { nullable: true }) readonly cardCodiceFiscale!: string | null;
  @Column('text', { nullable: true }) readonly cardAbsentReason!: (typeof ABSENT_CARD_REASONS)[number] | null;
  @Column('text', { nullable: true }) readonly cardAbsentNote!: string | null;
  @Column('jsonb', { nullable: true }) readonly decree!: Decree | null;
  @Column('jsonb', { nullable: true }) readonly delegation!: Delegation | null;
  @Column('text', { nullable: true }) readonly emancipationTitle!: string | null;
  @Column('text', { array: true }) readonly warnings!: ApplicationWarning[];
  /** The case of the same visit in which the applicant was identified. */
  @Column('uuid', { nullable: true }) readonly carriedFrom!: string | null;
}

@Entity('case_paper')
export class CasePaperRow {
  @PrimaryColumn('uuid') readonly caseId!: string;
  @PrimaryColumn('text') readonly paper!: PaperSeen['paper'];
  @Column('text') readonly handling!: PaperSeen['handling'];
  @Column('timestamptz') readonly at!: Date;
}

@Entity('case_declaration')
export class CaseDeclarationRow {
  @PrimaryColumn('uuid') readonly caseId!: string;
  @PrimaryColumn('text') readonly declaration!: Declaration;
  @Column('timestamptz') readonly at!: Date;
}

/** A signed paper of the case whose barcode was scanned. */
@Entity('filed_paper')
export class FiledPaperRow {
  @PrimaryColumn('uuid') readonly caseId!: string;
  @PrimaryColumn('text') readonly paper!: 'form' | 'self-declaration' | 'delegation';
  @Column('timestamptz') readonly at!: Date;
  @Column('uuid') readonly filedBy!: string;
}
