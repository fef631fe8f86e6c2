// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { EnrolStation } from './enrol-station';
import { MakeEnrolmentCode } from './make-enrolment-code';
import { NoteCardEvent } from './note-card-event';
import { NoteStatus } from './note-status';
import { StationsController } from './stations.controller';

@Module({ controllers: [StationsController], providers: [EnrolStation, MakeEnrolmentCode, NoteCardEvent, NoteStatus] })
export class StationsModule {}
