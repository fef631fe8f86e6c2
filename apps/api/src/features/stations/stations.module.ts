// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AddStation } from './add-station';
import { EnrolStation } from './enrol-station';
import { HeldHeads } from './held-heads';
import { MakeEnrolmentCode } from './make-enrolment-code';
import { ManagedStationsController } from './managed-stations.controller';
import { NoteCardEvent } from './note-card-event';
import { NoteStatus } from './note-status';
import { RenameStation } from './rename-station';
import { RevokeStation } from './revoke-station';
import { StationActs } from './station-acts';
import { StationsController } from './stations.controller';
import { TakeStationCode } from './take-station-code';

@Module({
  controllers: [ManagedStationsController, StationsController],
  providers: [AddStation, EnrolStation, HeldHeads, MakeEnrolmentCode, NoteCardEvent, NoteStatus, RenameStation, RevokeStation, StationActs, TakeStationCode],
})
export class StationsModule {}
