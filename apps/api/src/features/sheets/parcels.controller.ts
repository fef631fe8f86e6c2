// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ArrivalRequest, Id, InspectBagRequest, SendSheetsRequest, SheetsView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { CloseBag } from './close-bag';
import { InspectBag } from './inspect-bag';
import { peopleOfSheets } from './people-of-sheets';
import { SendSheets } from './send-sheets';
import { SheetActs } from './sheet-acts';
import { TakeArrival } from './take-arrival';

/** Sheets that leave: to another desk, or into the bag of the spoiled ones. */
@ApiTags('sheets')
@Controller('sheets')
@Shows.list('sheets', peopleOfSheets)
export class ParcelsController {
  constructor(
    private readonly acts: SheetActs,
    private readonly sendSheets: SendSheets,
    private readonly takeArrival: TakeArrival,
    private readonly closeBag: CloseBag,
    private readonly inspectBag: InspectBag,
  ) {}

  @Post('transfers')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  send(@ThisAct() act: Act, @Body({ schema: SendSheetsRequest }) request: SendSheetsRequest): Promise<SheetsView> {
    return this.acts.perform(this.sendSheets, act, request);
  }

  @Post('transfers/:id/arrival')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  arrive(@ThisAct() act: Act, @Param('id', { schema: Id }) transferId: string, @Body({ schema: ArrivalRequest }) request: ArrivalRequest): Promise<SheetsView> {
    return this.acts.perform(this.takeArrival, act, { ...request, transferId });
  }

  @Post('bags')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  bag(@ThisAct() act: Act): Promise<SheetsView> {
    return this.acts.perform(this.closeBag, act, {});
  }

  @Post('bags/:id/inspection')
  @Needs('sheets.inspect')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  inspect(@ThisAct() act: Act, @Param('id', { schema: Id }) bagId: string, @Body({ schema: InspectBagRequest }) request: InspectBagRequest): Promise<SheetsView> {
    return this.acts.perform(this.inspectBag, act, { ...request, bagId });
  }
}
