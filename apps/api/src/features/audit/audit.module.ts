// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { ExportLog } from './export-log';
import { ReadAccessLog } from './read-access-log';
import { SendLines } from '../../platform/csv/send-lines';
import { ShowHeads } from './show-heads';

@Module({ controllers: [AuditController], providers: [ExportLog, ReadAccessLog, SendLines, ShowHeads] })
export class AuditModule {}
