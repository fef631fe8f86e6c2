// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApprovalsView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { showApprovals } from '../../platform/approval/show-approvals';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Shows } from '../../platform/looks/shows';

/** What waits for a supervisor's answer. */
@ApiTags('approvals')
@Controller('approvals')
export class ApprovalsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Needs('case.decide-approval')
  @Shows.list('approvals', ({ waiting }: ApprovalsView) => waiting.length)
  @ApiResponse({ status: 200, standardSchema: ApprovalsView })
  list(@Caller() caller: SignedInOperator): Promise<ApprovalsView> {
    return this.unitOfWork.read((transaction) => showApprovals(transaction, caller));
  }
}
