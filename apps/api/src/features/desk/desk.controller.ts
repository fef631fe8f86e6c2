// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, type MessageEvent, Sse } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { DeskView } from '@sportello/contracts';
import type { Observable } from 'rxjs';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { DeskEvents } from './desk-events';
import { ShowDesk } from './show-desk';

@ApiTags('desk')
@Controller('desk')
export class DeskController {
  constructor(
    private readonly showDesk: ShowDesk,
    private readonly events: DeskEvents,
  ) {}

  @Get()
  @Needs('desk.read')
  @ApiResponse({ status: 200, standardSchema: DeskView })
  show(@Caller() caller: SignedInOperator): Promise<DeskView> {
    return this.showDesk.run(caller);
  }

  @Sse('events')
  @Needs('desk.read')
  hear(@Caller() caller: SignedInOperator): Observable<MessageEvent> {
    return this.events.of(caller);
  }
}
