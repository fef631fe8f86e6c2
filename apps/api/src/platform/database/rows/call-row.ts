// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallCategory, CallChannel, CallFollowUp, CallOutcome, CallState, CallerKind, LocalDate, ScriptStep } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('call_record')
export class CallRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('int') readonly revision!: number;
  /** Null: by the public page, which belongs to no desk. */
  @Column('uuid', { nullable: true }) readonly deskId!: string | null;
  /** Of the desk, and begun anew each year. */
  @Column('int') readonly year!: number;
  @Column('int') readonly number!: number;
  @Column('text') readonly state!: CallState;
  @Column('text') readonly channel!: CallChannel;
  @Column('uuid', { nullable: true }) readonly openedBy!: string | null;
  @Column('timestamptz') readonly openedAt!: Date;
  @Column('boolean') readonly isOutOfHours!: boolean;
  /** By what wrong tries of a CIP are counted: of the number, or of the call where there is none; by the public page, of the network it came from. */
  @Column('bytea') readonly callerMac!: Buffer;
  @Column('text', { nullable: true }) readonly callerKind!: CallerKind | null;
  @Column('text', { nullable: true }) readonly category!: CallCategory | null;
  @Column('text') readonly notes!: string;
  /** What arrived, without what may be a CIP; null once the call is closed: mails are kept where mails are kept. */
  @Column('text', { nullable: true }) readonly mailText!: string | null;
  @Column('int', { nullable: true }) readonly mailRedactions!: number | null;
  @Column('text', { array: true }) readonly doneSteps!: ScriptStep[];
  /** Five tries were wrong. */
  @Column('boolean') readonly mayRecordUnverified!: boolean;
  @Column('text', { nullable: true }) readonly outcome!: CallOutcome | null;
  @Column('text', { nullable: true }) readonly followUp!: CallFollowUp | null;
  @Column('date', { nullable: true }) readonly followUpBy!: LocalDate | null;
  /** While somebody is to be called back, and no longer. */
  @Column('text', { nullable: true }) readonly callBackAt!: string | null;
  @Column('timestamptz') readonly changedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly closedAt!: Date | null;
}

/** Somebody was recognised in a call, by the CIP of a card. */
@Entity('cip_identification')
export class CipIdentificationRow {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly callId!: string;
  @Column('text') readonly idCarta!: string;
  @Column('bytea') readonly personMac!: Buffer;
  @Column('timestamptz') readonly at!: Date;
  @Column('timestamptz') readonly until!: Date;
  @Column('timestamptz', { nullable: true }) readonly endedAt!: Date | null;
}
