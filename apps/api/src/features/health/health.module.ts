// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CheckLog } from './check-log';
import { CheckReadiness } from './check-readiness';
import { CheckRevocations } from './check-revocations';
import { HealthController } from './health.controller';

@Module({ controllers: [HealthController], providers: [CheckLog, CheckReadiness, CheckRevocations] })
export class HealthModule {}
