// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { SendLines } from '../../platform/csv/send-lines';
import { AuditController } from './audit.controller';
import { ExportAccesses } from './export-accesses';
import { ExportLog } from './export-log';
import { ProveRow } from './prove-row';
import { ReadLog } from './read-log';
import { ShowState } from './show-state';

@Module({ controllers: [AuditController], providers: [ExportAccesses, ExportLog, ProveRow, ReadLog, SendLines, ShowState] })
export class AuditModule {}
