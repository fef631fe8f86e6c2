// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AddDeskRequest, BodyDraft, ChangeBodyRequest, ChangeCalendarRequest, ChangeDeskRequest, ChangeLineRequest, Id, PlacesView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { AddBody } from './add-body';
import { AddDesk } from './add-desk';
import { ChangeBody } from './change-body';
import { ChangeCalendar } from './change-calendar';
import { ChangeDesk } from './change-desk';
import { ChangeLine } from './change-line';
import { PlaceActs } from './place-acts';

/** Bodies and their desks, as an administrator keeps them. */
@ApiTags('places')
@Controller('places')
@Needs('places.manage')
export class PlacesController {
  constructor(
    private readonly acts: PlaceActs,
    private readonly addBody: AddBody,
    private readonly changeBody: ChangeBody,
    private readonly changeCalendar: ChangeCalendar,
    private readonly addDesk: AddDesk,
    private readonly changeDesk: ChangeDesk,
    private readonly changeLine: ChangeLine,
  ) {}

  @Get()
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: PlacesView })
  show(@Caller() caller: SignedInOperator): Promise<PlacesView> {
    return this.acts.show(caller);
  }

  @Post('bodies')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacesView })
  newBody(@ThisAct() act: Act, @Body({ schema: BodyDraft }) request: BodyDraft): Promise<PlacesView> {
    return this.acts.perform(this.addBody, act, request);
  }

  @Post('bodies/:id')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacesView })
  otherBody(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ChangeBodyRequest }) request: ChangeBodyRequest): Promise<PlacesView> {
    return this.acts.perform(this.changeBody, act, { ...request, id });
  }

  @Post('bodies/:id/calendar')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacesView })
  otherCalendar(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ChangeCalendarRequest }) request: ChangeCalendarRequest): Promise<PlacesView> {
    return this.acts.perform(this.changeCalendar, act, { ...request, id });
  }

  @Post('line')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacesView })
  otherLine(@ThisAct() act: Act, @Body({ schema: ChangeLineRequest }) request: ChangeLineRequest): Promise<PlacesView> {
    return this.acts.perform(this.changeLine, act, request);
  }

  @Post('desks')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacesView })
  newDesk(@ThisAct() act: Act, @Body({ schema: AddDeskRequest }) request: AddDeskRequest): Promise<PlacesView> {
    return this.acts.perform(this.addDesk, act, request);
  }

  @Post('desks/:id')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacesView })
  otherDesk(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ChangeDeskRequest }) request: ChangeDeskRequest): Promise<PlacesView> {
    return this.acts.perform(this.changeDesk, act, { ...request, id });
  }
}
