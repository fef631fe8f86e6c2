// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { HelpDeskView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { Shows } from '../../platform/looks/shows';
import { ShowHelpDesk } from './show-help-desk';

@ApiTags('help desk')
@Controller('help-desk')
export class HelpDeskController {
  constructor(private readonly showHelpDesk: ShowHelpDesk) {}

  @Get()
  @Needs('call.read')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: HelpDeskView })
  show(@Caller() caller: SignedInOperator): Promise<HelpDeskView> {
    return this.showHelpDesk.run(caller);
  }
}
