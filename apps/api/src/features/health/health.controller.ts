// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/access/access';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { CheckLog, type SealedAndHeld } from './check-log';
import { CheckReadiness } from './check-readiness';
import { CheckRevocations, type RevocationsInTime } from './check-revocations';

@ApiTags('health')
@Controller('health')
@Shows.nobody()
export class HealthController {
  constructor(
    private readonly readiness: CheckReadiness,
    private readonly log: CheckLog,
    private readonly revocations: CheckRevocations,
  ) {}

  /** The process answers. */
  @Get('live')
  @Public()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** The database answers too, and has the tables that this version knows. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ readonly status: 'ready' }> {
    return answered(await this.readiness.run());
  }

  /** The log is being sealed, and no station holds anything against it, and its checkpoints are not late. The desk goes on when it is not, so this is no part of being ready; but a person has to look. */
  @Get('log')
  @Public()
  async sealing(): Promise<SealedAndHeld> {
    return answered(await this.log.run());
  }

  /** Requests to revoke certificates are on their way in time, and none got stuck. Neither is a reason to take the program out of service. */
  @Get('revocations')
  @Public()
  async onTheirWay(): Promise<RevocationsInTime> {
    return answered(await this.revocations.run());
  }
}
