// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CaseView, Id, IdentificationRequest, SameApplicantRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { CaseActs } from './case-acts';
import { IdentifyApplicant } from './identify-applicant';
import { IdentifySameApplicant } from './identify-same-applicant';

/** Who came, and by which right. */
@ApiTags('cases')
@Controller('cases/:id/identification')
export class IdentificationController {
  constructor(
    private readonly acts: CaseActs,
    private readonly identifyApplicant: IdentifyApplicant,
    private readonly identifySameApplicant: IdentifySameApplicant,
  ) {}

  @Post()
  @Needs('case.identify')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  identify(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: IdentificationRequest }) request: IdentificationRequest): Promise<CaseView> {
    return this.acts.perform(this.identifyApplicant, act, id, request);
  }

  @Post('same-visit')
  @Needs('case.identify')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  identifySame(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: SameApplicantRequest }) request: SameApplicantRequest): Promise<CaseView> {
    return this.acts.perform(this.identifySameApplicant, act, id, request);
  }
}
