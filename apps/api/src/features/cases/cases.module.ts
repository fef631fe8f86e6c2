// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AbandonCase } from './abandon-case';
import { CaseActs } from './case-acts';
import { CasesController } from './cases.controller';
import { EnvelopeController } from './envelope.controller';
import { IdentifyHolder } from './identify-holder';
import { OpenCase } from './open-case';
import { PrintEnvelope } from './print-envelope';
import { PrintForm } from './print-form';
import { RefuseCase } from './refuse-case';
import { ScanPaper } from './scan-paper';
import { SuspendDelivery } from './suspend-delivery';
import { VoidEnvelope } from './void-envelope';

@Module({
  controllers: [CasesController, EnvelopeController],
  providers: [AbandonCase, CaseActs, IdentifyHolder, OpenCase, PrintEnvelope, PrintForm, RefuseCase, ScanPaper, SuspendDelivery, VoidEnvelope],
})
export class CasesModule {}
