// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { ExportLog } from './export-log';
import { SendLines } from './send-lines';
import { ShowHeads } from './show-heads';

@Module({ controllers: [AuditController], providers: [ExportLog, SendLines, ShowHeads] })
export class AuditModule {}
