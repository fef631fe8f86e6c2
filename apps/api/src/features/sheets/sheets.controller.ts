// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { LoadSheetsRequest, ReadNumberRequest, ReceiveBoxRequest, SheetsView, SpoilSheetsRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { LoadSheets } from './load-sheets';
import { peopleOfSheets } from './people-of-sheets';
import { ReadNumber } from './read-number';
import { ReceiveBox } from './receive-box';
import { SheetActs } from './sheet-acts';
import { SpoilSheets } from './spoil-sheets';

/** The blind sheets of the desk: what it has, and how they come and are used. */
@ApiTags('sheets')
@Controller('sheets')
@Shows.list('sheets', peopleOfSheets)
export class SheetsController {
  constructor(
    private readonly acts: SheetActs,
    private readonly receiveBox: ReceiveBox,
    private readonly loadSheets: LoadSheets,
    private readonly spoilSheets: SpoilSheets,
    private readonly readNumber: ReadNumber,
  ) {}

  @Get()
  @Needs('sheets.read')
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  show(@Caller() caller: SignedInOperator): Promise<SheetsView> {
    return this.acts.show(caller);
  }

  @Post('boxes')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  receive(@ThisAct() act: Act, @Body({ schema: ReceiveBoxRequest }) request: ReceiveBoxRequest): Promise<SheetsView> {
    return this.acts.perform(this.receiveBox, act, request);
  }

  @Post('loads')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  load(@ThisAct() act: Act, @Body({ schema: LoadSheetsRequest }) request: LoadSheetsRequest): Promise<SheetsView> {
    return this.acts.perform(this.loadSheets, act, request);
  }

  @Post('spoiled')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  spoil(@ThisAct() act: Act, @Body({ schema: SpoilSheetsRequest }) request: SpoilSheetsRequest): Promise<SheetsView> {
    return this.acts.perform(this.spoilSheets, act, request);
  }

  @Post('numbers')
  @Needs('sheets.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetsView })
  read(@ThisAct() act: Act, @Body({ schema: ReadNumberRequest }) request: ReadNumberRequest): Promise<SheetsView> {
    return this.acts.perform(this.readNumber, act, request);
  }
}
