// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CasePaperRequest, DeskPaperRequest, Id, PaperOrderView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { PaperActs } from './paper-acts';
import { PrintCasePaper } from './print-case-paper';
import { PrintDeskPaper } from './print-desk-paper';

/** Papers without a code, printed at the desk. */
@ApiTags('papers')
@Controller()
export class PapersController {
  constructor(
    private readonly acts: PaperActs,
    private readonly printDeskPaper: PrintDeskPaper,
    private readonly printCasePaper: PrintCasePaper,
  ) {}

  @Post('papers')
  @Needs('paper.print')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PaperOrderView })
  ofDesk(@ThisAct() act: Act, @Body({ schema: DeskPaperRequest }) request: DeskPaperRequest): Promise<PaperOrderView> {
    return this.acts.perform(act, (transaction) => this.printDeskPaper.run(transaction, act, request));
  }

  @Get('papers/:id')
  @Needs('paper.print')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: PaperOrderView })
  show(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) id: string): Promise<PaperOrderView> {
    return this.acts.show(caller, id);
  }

  @Post('cases/:id/papers')
  @Needs('paper.print')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PaperOrderView })
  ofCase(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CasePaperRequest }) request: CasePaperRequest): Promise<PaperOrderView> {
    return this.acts.perform(act, (transaction) => this.printCasePaper.run(transaction, act, id, request));
  }
}
