// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { RetentionView } from '@sportello/contracts';
import { RETENTION_RULES, retentionTerms } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { Needs } from '../../platform/access/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Shows } from '../../platform/looks/shows';
import { RetentionRepository } from '../../platform/retention/retention.repository';

/** How long what is kept is kept, and what nobody has fixed yet. */
@ApiTags('retention')
@Controller('retention')
export class RetentionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Needs('retention.read')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: RetentionView })
  async show(): Promise<RetentionView> {
    const last = await this.unitOfWork.read((transaction) => transaction.repository(RetentionRepository).lastErased());
    return {
      terms: retentionTerms(this.settings.retention).map((term) => ({ ...term, from: RETENTION_RULES[term.class].from, lastErasedAt: last.get(term.class)?.toISOString() ?? null })),
    };
  }
}
