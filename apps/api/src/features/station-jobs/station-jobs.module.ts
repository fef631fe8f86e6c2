// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CipVerifiers } from '../../platform/cip/cip-verifiers';
import { CodesForApi } from './codes-for-api';
import { ConcludePaper } from './conclude-paper';
import { ConcludePrint } from './conclude-print';
import { ConcludeWrite } from './conclude-write';
import { GrantCryptogram } from './grant-cryptogram';
import { JobStream } from './job-stream';
import { ProofCheck } from './proof-check';
import { StationPresence } from './station-presence';
import { RecordIntent } from './record-intent';
import { StationWatch } from './station-watch';
import { StationJobsController } from './station-jobs.controller';
import { TakeReport } from './take-report';

@Module({ controllers: [StationJobsController], providers: [CipVerifiers, CodesForApi, ConcludePaper, ConcludePrint, ConcludeWrite, GrantCryptogram, JobStream, ProofCheck, RecordIntent, StationPresence, StationWatch, TakeReport] })
export class StationJobsModule {}
