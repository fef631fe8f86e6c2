// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReaderRole } from '@sportello/contracts';
import type { CardState, ModeOfActivation } from '@sportello/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CardOnDesk } from '../../activation/card-on-desk';

@Entity('card')
export class CardRow {
  @PrimaryColumn('text') readonly idCarta!: string;
  @Column('text') readonly state!: Exclude<CardState, 'unknown'>;
  @Column('text', { nullable: true }) readonly modeOfActivation!: ModeOfActivation | null;
  @Column('timestamptz', { nullable: true }) readonly activatedAt!: Date | null;
  @Column('timestamptz') readonly changedAt!: Date;
  /** The version of the issuer's key that this chip knows; null: the one in use. */
  @Column('integer', { nullable: true }) readonly issuerKeyVersion!: number | null;
}

@Entity('transport_codes')
export class TransportCodesRow {
  @PrimaryColumn('text') readonly idCarta!: string;
  @Column('bytea') readonly encrypted!: Buffer;
  @Column('timestamptz') readonly createdAt!: Date;
}

@Entity('card_in_reader')
export class CardInReaderRow {
  @PrimaryColumn('uuid') readonly stationId!: string;
  @PrimaryColumn('text') readonly reader!: ReaderRole;
  @Column('uuid') readonly insertionId!: string;
  @Column('text') readonly state!: 'reading' | 'recognised' | 'not-usable' | 'removed';
  @Column('timestamptz') readonly insertedAt!: Date;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  @Column('text', { nullable: true }) readonly idCarta!: string | null;
  @Column('text', { nullable: true }) readonly cardType!: string | null;
  @Column('jsonb', { nullable: true }) readonly facts!: CardOnDesk | null;
  @Column('bytea', { nullable: true }) readonly certificate!: Buffer | null;
}
