// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { assertNever } from '@sportello/domain';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../problems/refusal';
import { ACCESS, type Access } from './access';
import { SessionCheck } from './session-check';
import { StationCheck } from './station-check';

/** The one guard: every route says who may call it, and one that says nothing is answered to nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionCheck,
    private readonly stations: StationCheck,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) return false;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const refusal = await this.refusalOf(access, request);
    if (refusal) throw new Refused(refusal);
    return true;
  }

  private refusalOf(access: Access, request: FastifyRequest) {
    switch (access.kind) {
      case 'public':
        return undefined;
      case 'permission':
        return this.sessions.check(request, access.permission, access.isForLocked ?? false);
      case 'station':
        return this.stations.check(request);
      case 'enrolment':
        return this.stations.checkEnrolment(request);
      default:
        return assertNever(access);
    }
  }
}
