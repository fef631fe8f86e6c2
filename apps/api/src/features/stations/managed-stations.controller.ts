// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AddStationRequest, Id, RenameStationRequest, RevokeStationRequest, StationsView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { AddStation } from './add-station';
import { RenameStation } from './rename-station';
import { RevokeStation } from './revoke-station';
import { StationActs } from './station-acts';

/** Stations as an administrator keeps them. */
@ApiTags('stations')
@Controller('stations')
@Needs('station.manage')
export class ManagedStationsController {
  constructor(
    private readonly acts: StationActs,
    private readonly addStation: AddStation,
    private readonly renameStation: RenameStation,
    private readonly revokeStation: RevokeStation,
  ) {}

  @Get()
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: StationsView })
  show(@Caller() caller: SignedInOperator): Promise<StationsView> {
    return this.acts.show(caller);
  }

  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: StationsView })
  add(@ThisAct() act: Act, @Body({ schema: AddStationRequest }) request: AddStationRequest): Promise<StationsView> {
    return this.addStation.run(act, request);
  }

  @Post(':id/name')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: StationsView })
  rename(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: RenameStationRequest }) request: RenameStationRequest): Promise<StationsView> {
    return this.renameStation.run(act, id, request);
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: StationsView })
  revoke(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: RevokeStationRequest }) request: RevokeStationRequest): Promise<StationsView> {
    return this.revokeStation.run(act, id, request);
  }
}
