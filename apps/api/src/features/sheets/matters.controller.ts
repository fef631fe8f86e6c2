// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AskDestructionRequest, Id, SheetsView, SignMatterRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { AskDestruction } from './ask-destruction';
import { peopleOfSheets } from './people-of-sheets';
import { SheetActs } from './sheet-acts';
import { SignMatter } from './sign-matter';

/** What two people explain about the sheets, or decide on them. */
@ApiTags('sheets')
@Controller('sheets')
@Shows.list('sheets', peopleOfSheets)
export class MattersController {
  constructor(
    private readonly acts: SheetActs,
    private readonly askDestruction: AskDestruction,
    private readonly signMatter: SignMatter,
  ) {}

  @Post('destructions')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  destroy(@ThisAct() act: Act, @Body({ schema: AskDestructionRequest }) request: AskDestructionRequest): Promise<SheetsView> {
    return this.acts.perform(this.askDestruction, act, request);
  }

  @Post('matters/:id/signatures')
  @Needs('sheets.explain')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  sign(@ThisAct() act: Act, @Param('id', { schema: Id }) matterId: string, @Body({ schema: SignMatterRequest }) request: SignMatterRequest): Promise<SheetsView> {
    return this.acts.perform(this.signMatter, act, { ...request, matterId });
  }
}
