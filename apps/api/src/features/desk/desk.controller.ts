// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, type MessageEvent, Query, Sse } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CardOutcomes, CardOutcomesPeriod, DeskView } from '@sportello/contracts';
import type { Observable } from 'rxjs';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { Shows } from '../../platform/looks/shows';
import { CountCardOutcomes } from './count-card-outcomes';
import { DeskEvents } from './desk-events';
import { cardOnDesk, peopleOnDesk } from './people-on-desk';
import { ShowDesk } from './show-desk';

@ApiTags('desk')
@Controller('desk')
export class DeskController {
  constructor(
    private readonly showDesk: ShowDesk,
    private readonly countCardOutcomes: CountCardOutcomes,
    private readonly events: DeskEvents,
  ) {}

  @Get()
  @Needs('desk.read')
  @Shows.list('desk', peopleOnDesk, cardOnDesk)
  @ApiResponse({ status: 200, standardSchema: DeskView })
  show(@Caller() caller: SignedInOperator): Promise<DeskView> {
    return this.showDesk.run(caller);
  }

  @Get('outcomes')
  @Needs('outcomes.read')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: CardOutcomes })
  outcomes(@Caller() caller: SignedInOperator, @Query({ schema: CardOutcomesPeriod }) period: CardOutcomesPeriod): Promise<CardOutcomes> {
    return this.countCardOutcomes.run(caller, period);
  }

  @Sse('events')
  @Needs('desk.read')
  @Shows.nobody()
  hear(@Caller() caller: SignedInOperator): Observable<MessageEvent> {
    return this.events.of(caller);
  }
}
