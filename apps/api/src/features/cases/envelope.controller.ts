// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CaseActRequest, CaseView, Id, PrintEnvelopeRequest, ScanRequest, VoidEnvelopeRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { CaseActs } from './case-acts';
import { PrintEnvelope } from './print-envelope';
import { PrintForm } from './print-form';
import { ScanPaper } from './scan-paper';
import { SuspendDelivery } from './suspend-delivery';
import { VoidEnvelope } from './void-envelope';

/** The case and its paper. */
@ApiTags('cases')
@Controller('cases/:id')
export class EnvelopeController {
  constructor(
    private readonly acts: CaseActs,
    private readonly printEnvelope: PrintEnvelope,
    private readonly printForm: PrintForm,
    private readonly voidEnvelope: VoidEnvelope,
    private readonly scanPaper: ScanPaper,
    private readonly suspendDelivery: SuspendDelivery,
  ) {}

  @Post('envelope')
  @Needs('case.print')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  print(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: PrintEnvelopeRequest }) request: PrintEnvelopeRequest): Promise<CaseView> {
    return this.acts.perform(this.printEnvelope, act, id, request);
  }

  @Post('form')
  @Needs('case.print')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  form(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseActRequest }) request: CaseActRequest): Promise<CaseView> {
    return this.acts.perform(this.printForm, act, id, request);
  }

  @Post('envelope/void')
  @Needs('case.void-envelope')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  void(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: VoidEnvelopeRequest }) request: VoidEnvelopeRequest): Promise<CaseView> {
    return this.acts.perform(this.voidEnvelope, act, id, request);
  }

  @Post('scans')
  @Needs('case.scan')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  scan(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ScanRequest }) request: ScanRequest): Promise<CaseView> {
    return this.acts.perform(this.scanPaper, act, id, request);
  }

  @Post('suspension')
  @Needs('case.suspend')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  suspend(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseActRequest }) request: CaseActRequest): Promise<CaseView> {
    return this.acts.perform(this.suspendDelivery, act, id, request);
  }
}
