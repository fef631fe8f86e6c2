// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { ExportLog } from './export-log';
import { ProveRow } from './prove-row';
import { ReadAccessLog } from './read-access-log';
import { ReadLog } from './read-log';
import { SendLines } from './send-lines';
import { ShowHeads } from './show-heads';
import { ShowState } from './show-state';

@Module({ controllers: [AuditController], providers: [ExportLog, ProveRow, ReadAccessLog, ReadLog, SendLines, ShowHeads, ShowState] })
export class AuditModule {}
